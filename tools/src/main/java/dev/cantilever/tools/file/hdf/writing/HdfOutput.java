package dev.cantilever.tools.file.hdf.writing;

import dev.cantilever.vocabulary.reading.Series;
import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Lays a tree of objects out in a file: superblock, headers, heaps, contents.
 *
 * <p>Headers contain addresses of one another. Their sizes do not depend on them, so that a first
 * run with addresses of 0 tells where everything goes and a second one writes it.
 */
final class HdfOutput {

  private static final int SUPERBLOCK = 48;
  private static final int BLOCK = 1 << 13;

  private final Entity.Group root;
  private final List<Entity> entities = new ArrayList<>();
  private final IdentityHashMap<Entity, Long> addresses = new IdentityHashMap<>();
  private final IdentityHashMap<Entity, Long> contents = new IdentityHashMap<>();

  private HdfOutput(Entity.Group root) {
    this.root = root;
    collect(root);
  }

  static void write(Entity.Group root, OutputStream out) throws IOException {
    new HdfOutput(root).write(out);
  }

  private void collect(Entity entity) {
    entities.add(entity);
    if (entity instanceof Entity.Group group) {
      group.children().values().forEach(this::collect);
    }
  }

  private void write(OutputStream out) throws IOException {
    Heaps sized = new Heaps(0);
    long heapStart = (long) SUPERBLOCK + headers(sized, true).length;
    long end = place(heapStart + sized.bytes().length);
    Heaps heaps = new Heaps(heapStart);
    byte[] headers = headers(heaps, false);
    out.write(superblock(end));
    out.write(headers);
    out.write(heaps.bytes());
    for (Entity entity : entities) {
      if (entity instanceof Entity.Array array) {
        writeNumbers(array.values(), out);
      }
    }
  }

  private byte[] headers(Heaps heaps, boolean first) {
    Bytes all = new Bytes();
    for (Entity entity : entities) {
      if (first) {
        addresses.put(entity, (long) SUPERBLOCK + all.size());
      }
      all.raw(new Headers(addresses, contents, heaps).header(entity)).padTo(8);
    }
    return all.array();
  }

  /** Gives every content its address; returns the end of the file. */
  private long place(long start) {
    long at = start;
    for (Entity entity : entities) {
      if (entity instanceof Entity.Array array) {
        contents.put(array, at);
        at += (long) array.values().size() * Double.BYTES;
      }
    }
    return at;
  }

  private byte[] superblock(long end) {
    byte[] block =
        new Bytes()
            .u8(0x89)
            .ascii("HDF\r\n")
            .u8(0x1a)
            .ascii("\n")
            .u8(2, 8, 8, 0)
            .u64(0)
            .u64(-1)
            .u64(end)
            .u64(addresses.get(root))
            .array();
    return new Bytes().raw(block).u32(JenkinsLookup3HashLittle.hash(block)).array();
  }

  private static void writeNumbers(Series values, OutputStream out) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values.size(); i++) {
      block.putDouble(values.get(i));
      if (!block.hasRemaining()) {
        out.write(block.array());
        block.clear();
      }
    }
    out.write(block.array(), 0, block.position());
  }
}
