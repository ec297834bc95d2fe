package dev.cantilever.tools.file.hdf;

import java.nio.ByteBuffer;

/**
 * Checks two sizes before jhdf allocates what they announce: the records of a version 2 B-tree and
 * the blocks of a fractal heap.
 */
final class HeapGuard {

  private static final int MOST_BLOCKS = 1 << 16;

  private HeapGuard() {}

  /** Refuses a tree that announces more records than the file has bytes. */
  static void requireTree(MeteredStorage storage, long address) {
    int offsets = storage.getSizeOfOffsets();
    ByteBuffer header = storage.map(address, 18L + offsets + storage.getSizeOfLengths());
    long records = number(header, 18 + offsets, storage.getSizeOfLengths());
    if (records < 0 || records > storage.size()) {
      throw storage
          .reading()
          .refusal("B-tree at " + address, records + " records", "as many as the file can hold");
    }
  }

  /** Refuses a heap whose table of blocks could not be in the file. */
  static void requireHeap(MeteredStorage storage, long address) {
    int lengths = storage.getSizeOfLengths();
    int offsets = storage.getSizeOfOffsets();
    int widthAt = 14 + 10 * lengths + 2 * offsets;
    int rowsAt = widthAt + 2 + 2 * lengths + 2 + 2 + offsets;
    ByteBuffer header = storage.map(address, rowsAt + 2L);
    int width = Short.toUnsignedInt(header.getShort(widthAt));
    int rows = Short.toUnsignedInt(header.getShort(rowsAt));
    if (width < 1 || (long) width * rows > MOST_BLOCKS) {
      throw storage
          .reading()
          .refusal("heap at " + address, width + " x " + rows + " blocks", "fewer");
    }
  }

  private static long number(ByteBuffer buffer, int at, int width) {
    return width == Long.BYTES ? buffer.getLong(at) : Integer.toUnsignedLong(buffer.getInt(at));
  }
}
