package dev.cantilever.tools.file.hdf.writing;

import java.util.ArrayList;
import java.util.List;

/**
 * The heaps that hold what has variable length, one after another from a given address on. The same
 * contents put in the same order get the same places, so that the addresses of one run hold for the
 * next.
 */
final class Heaps {

  private static final int HEADER = 16;
  private static final int LEAST = 4_096;
  private static final int FULL = 1 << 18;
  private static final int MOST_OBJECTS = 60_000;

  private final long start;
  private final List<byte[]> closed = new ArrayList<>();
  private long closedSize;
  private Bytes open = new Bytes();
  private int objects;

  Heaps(long start) {
    this.start = start;
  }

  /** Where content was put: 8 bytes of address, 4 of index, as they stand in an attribute. */
  byte[] put(byte[] content) {
    if (objects == MOST_OBJECTS || open.size() > FULL) {
      close();
    }
    open.u16(++objects).u16(0).u32(0).u64(content.length).raw(content).padTo(8);
    return new Bytes().u64(start + closedSize).u32(objects).array();
  }

  /** All heaps in one piece. */
  byte[] bytes() {
    if (objects > 0) {
      close();
    }
    Bytes all = new Bytes();
    closed.forEach(all::raw);
    return all.array();
  }

  private void close() {
    int size = Math.max(LEAST, HEADER + open.size() + HEADER);
    int free = size - HEADER - open.size();
    Bytes heap = new Bytes().ascii("GCOL").u8(1, 0, 0, 0).u64(size).raw(open.array());
    // Object 0 is the free space, its own header included.
    heap.u16(0).u16(0).u32(0).u64(free).extendTo(size);
    closed.add(heap.array());
    closedSize += size;
    open = new Bytes();
    objects = 0;
  }
}
