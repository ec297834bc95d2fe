package dev.cantilever.tools.file.hdf;

import java.util.Arrays;

/**
 * The packing of liblzf (Marc Lehmann), which h5py calls LZF: runs of literal bytes, and copies of
 * what came up to 8192 bytes earlier.
 */
final class Lzf {

  private static final int LITERALS = 32;
  private static final int LONG_COPY = 7;

  private Lzf() {}

  /**
   * At most {@code length} bytes; fewer where the packed ones are damaged. As many packed as
   * unpacked bytes mean that nothing was gained and the bytes are plain.
   */
  static byte[] unpacked(byte[] packed, int length) {
    if (packed.length == length) {
      return packed;
    }
    byte[] bytes = new byte[length];
    int done = 0;
    int at = 0;
    while (at + 2 < packed.length && done < length) {
      int control = packed[at++] & 0xff;
      if (control < LITERALS) {
        int run = Math.min(Math.min(control + 1, length - done), packed.length - at);
        System.arraycopy(packed, at, bytes, done, run);
        at += control + 1;
        done += run;
        continue;
      }
      int copied = control >> 5;
      if (copied == LONG_COPY) {
        copied += packed[at++] & 0xff;
      }
      int back = ((control & 0x1f) << 8 | (packed[at++] & 0xff)) + 1;
      if (back > done) {
        break;
      }
      for (int end = Math.min(length, done + copied + 2); done < end; done++) {
        bytes[done] = bytes[done - back];
      }
    }
    return Arrays.copyOf(bytes, done);
  }
}
