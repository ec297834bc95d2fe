package dev.cantilever.tests.load;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** One of the crowd: takes a chunked answer apart and notes the number of each entry. */
final class Spectator {

  private static final String WORD = "id: ";

  private enum Part {
    HEAD,
    SIZE,
    DATA,
    AFTER,
    OVER
  }

  private final int run;
  private Part part = Part.HEAD;
  private int ends; // of lines in the head, without anything between them
  private int left; // of the chunk
  private int column; // in the line
  private long number;
  private int seen;
  private long[] ids = new long[4_096];
  private long[] times = new long[4_096];

  Spectator(int run) {
    this.run = run;
  }

  int seen() {
    return seen;
  }

  boolean isOver() {
    return part == Part.OVER;
  }

  void take(byte[] bytes, int length, long micros) {
    for (int at = 0; at < length; at++) {
      byte one = bytes[at];
      switch (part) {
        case HEAD -> {
          ends = one == '\n' ? ends + 1 : one == '\r' ? ends : 0;
          part = ends == 2 ? Part.SIZE : Part.HEAD;
        }
        case SIZE -> size(one);
        case DATA -> {
          at = data(bytes, at, Math.min(length, at + left), micros) - 1;
        }
        case AFTER -> part = one == '\n' ? Part.SIZE : Part.AFTER;
        case OVER -> {
          // what closes the answer
        }
      }
    }
  }

  private void size(byte one) {
    if (one == '\n') {
      part = left == 0 ? Part.OVER : Part.DATA;
    } else if (one != '\r') {
      left = left * 16 + Character.digit(one, 16);
    }
  }

  /** Looks at the beginnings of lines alone. */
  private int data(byte[] bytes, int from, int to, long micros) {
    for (int at = from; at < to; at++) {
      byte one = bytes[at];
      if (one == '\n') {
        if (column > WORD.length()) {
          note(number, micros);
        }
        column = 0;
        number = 0;
      } else if (column >= 0 && column < WORD.length()) {
        column = one == WORD.charAt(column) ? column + 1 : -1;
      } else if (column >= WORD.length()) {
        number = number * 10 + one - '0';
        column = WORD.length() + 1;
      }
    }
    left -= to - from;
    part = left == 0 ? Part.AFTER : Part.DATA;
    return to;
  }

  private void note(long id, long micros) {
    if (seen == ids.length) {
      ids = Arrays.copyOf(ids, 2 * seen);
      times = Arrays.copyOf(times, 2 * seen);
    }
    ids[seen] = id;
    times[seen++] = micros;
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(run);
    out.writeInt(seen);
    for (int i = 0; i < seen; i++) {
      out.writeLong(ids[i]);
      out.writeLong(times[i]);
    }
  }
}
