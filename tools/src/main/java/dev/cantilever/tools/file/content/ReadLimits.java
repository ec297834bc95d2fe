package dev.cantilever.tools.file.content;

/**
 * How much one file may ask for before it is refused.
 *
 * @param fileBytes the largest file that is opened, in bytes, at least 1
 * @param values the most numbers that are decoded from it, all datasets and axes together, at least
 *     1; each takes 8 bytes of heap, and up to twice that while it is being decoded
 */
public record ReadLimits(long fileBytes, long values) {

  /** 512 MiB of file, 32 Mi numbers (256 MiB of heap). */
  public static final ReadLimits DEFAULT = new ReadLimits(512L << 20, 32L << 20);

  public ReadLimits {
    if (fileBytes < 1 || values < 1) {
      throw new IllegalArgumentException(
          "limits are at least 1: %d bytes, %d values".formatted(fileBytes, values));
    }
  }
}
