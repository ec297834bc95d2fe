package dev.cantilever.tools.file.tiff;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a strip or tile to a length that is known beforehand, and never to more. */
final class Compression {

  private static final int LZW_CLEAR = 256;
  private static final int LZW_END = 257;
  private static final int LZW_ENTRIES = 4096;

  private Compression() {}

  /** Raised where the packed bytes are not what they should be. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }

  static boolean knows(long code) {
    return code == 1 || code == 5 || code == 8 || code == 32946 || code == 32773;
  }

  /**
   * @param code the value of the Compression field
   * @param length of the unpacked bytes
   * @throws Damaged where fewer come out
   */
  static byte[] unpacked(long code, byte[] packed, int length) throws Damaged {
    byte[] bytes =
        switch ((int) code) {
          case 1 -> packed;
          case 5 -> lzw(packed, length);
          case 32773 -> packBits(packed, length);
          default -> inflated(packed, length);
        };
    if (bytes.length < length) {
      throw new Damaged(bytes.length + " bytes");
    }
    return bytes;
  }

  private static byte[] inflated(byte[] packed, int length) throws Damaged {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[length];
      int done = 0;
      while (done < length) {
        int more = inflater.inflate(bytes, done, length - done);
        if (more == 0) {
          return Arrays.copyOf(bytes, done);
        }
        done += more;
      }
      return bytes;
    } catch (DataFormatException damaged) {
      throw new Damaged("a deflate stream with an error");
    } finally {
      inflater.end();
    }
  }

  private static byte[] packBits(byte[] packed, int length) {
    byte[] bytes = new byte[length];
    int done = 0;
    int at = 0;
    while (done < length && at < packed.length) {
      int code = packed[at++];
      if (code >= 0) {
        int copied = Math.min(Math.min(code + 1, length - done), packed.length - at);
        System.arraycopy(packed, at, bytes, done, copied);
        at += code + 1;
        done += copied;
      } else if (code != -128 && at < packed.length) {
        int repeated = Math.min(1 - code, length - done);
        Arrays.fill(bytes, done, done + repeated, packed[at++]);
        done += repeated;
      }
    }
    return Arrays.copyOf(bytes, done);
  }

  /** Codes of 9 to 12 bits, most significant bit first, widened one code early. */
  private static byte[] lzw(byte[] packed, int length) throws Damaged {
    byte[] bytes = new byte[length];
    int[] starts = new int[LZW_ENTRIES];
    int[] lengths = new int[LZW_ENTRIES];
    int next = LZW_END + 1;
    int done = 0;
    int previous = -1;
    int width = 9;
    long bit = 0;
    while (done < length && bit + width <= packed.length * 8L) {
      int code = bits(packed, bit, width);
      bit += width;
      if (code == LZW_END) {
        break;
      }
      if (code == LZW_CLEAR) {
        next = LZW_END + 1;
        width = 9;
        previous = -1;
        continue;
      }
      if (code > next || (code == next && previous < 0) || next >= LZW_ENTRIES) {
        throw new Damaged("an LZW code that stands for nothing");
      }
      int from = done;
      if (previous >= 0) {
        // The new entry is the last output and one byte more, which is the one written next.
        starts[next] = from - (previous < LZW_CLEAR ? 1 : lengths[previous]);
        lengths[next] = from - starts[next] + 1;
        next++;
      }
      done = write(bytes, done, code, starts, lengths);
      previous = code;
      width = width(next);
    }
    return Arrays.copyOf(bytes, done);
  }

  private static int width(int next) {
    return next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
  }

  private static int write(byte[] bytes, int done, int code, int[] starts, int[] lengths) {
    if (code < LZW_CLEAR) {
      bytes[done] = (byte) code;
      return done + 1;
    }
    int copied = Math.min(lengths[code], bytes.length - done);
    for (int i = 0; i < copied; i++) {
      bytes[done + i] = bytes[starts[code] + i];
    }
    return done + copied;
  }

  private static int bits(byte[] packed, long bit, int width) {
    int value = 0;
    for (int i = 0; i < width; i++) {
      int at = (int) ((bit + i) >> 3);
      value = value << 1 | (packed[at] >> (7 - ((bit + i) & 7)) & 1);
    }
    return value;
  }
}
