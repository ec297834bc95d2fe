package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import io.jhdf.Superblock;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The bytes of an HDF5 file as jhdf wants them. Every structure that jhdf follows passes through
 * here, so that the number of reads and of bytes bounds what trees that bite their tail may cost.
 */
final class MeteredStorage implements HdfBackingStorage {

  private static final int MOST_READS = 500_000;
  private static final long SPARE_BYTES = 32L << 20;

  private final Reading reading;
  private final Superblock superblock;
  private long reads;
  private long bytes;

  MeteredStorage(Reading reading, Superblock superblock) {
    this.reading = reading;
    this.superblock = superblock;
  }

  Reading reading() {
    return reading;
  }

  /** Offset in the file of an address, which HDF5 counts from behind the user block. */
  long offset(long address) {
    if (address < 0) {
      throw reading.refusal("HDF5 structure", "address " + address, "an address in the file");
    }
    return address + superblock.getBaseAddressByte();
  }

  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    return map(address, length);
  }

  @Override
  public ByteBuffer map(long address, long length) {
    return mapNoOffset(offset(address), length);
  }

  @Override
  public ByteBuffer mapNoOffset(long offset, long length) {
    reading.requireInside("HDF5 structure", offset, length);
    bytes += length;
    if (++reads > MOST_READS || bytes > 8 * reading.size() + SPARE_BYTES) {
      throw reading.refusal(
          "HDF5 structure",
          reads + " reads of " + bytes + " bytes in a file of " + reading.size(),
          "structures that do not run in circles");
    }
    return ByteBuffer.wrap(reading.bytes("HDF5 structure", offset, length))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public long getUserBlockSize() {
    return superblock.getBaseAddressByte();
  }

  @Override
  public Superblock getSuperblock() {
    return superblock;
  }

  @Override
  public FileChannel getFileChannel() {
    throw new UnsupportedOperationException("bytes are read through this storage alone");
  }

  @Override
  public int getSizeOfOffsets() {
    return superblock.getSizeOfOffsets();
  }

  @Override
  public int getSizeOfLengths() {
    return superblock.getSizeOfLengths();
  }

  @Override
  public long size() {
    return reading.size();
  }

  @Override
  public boolean inMemory() {
    return true;
  }

  @Override
  public void close() {}
}
