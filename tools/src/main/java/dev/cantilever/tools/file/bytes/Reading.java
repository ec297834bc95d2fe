package dev.cantilever.tools.file.bytes;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.tools.file.content.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One file being read: its bytes, its limits, and the refusals that name it.
 *
 * <p>Every {@code part} is a place in the file in the words of its format; it ends up in the
 * refusal.
 */
public final class Reading implements AutoCloseable {

  /** The most text that is read in one piece, in bytes. */
  public static final int LONGEST_TEXT = 16 << 20;

  /** The longest header, in bytes: those of instruments have some ten thousand. */
  public static final int LONGEST_HEADER = 4 << 20;

  private static final int BLOCK = 1 << 20;

  /** A small array costs memory too: it counts as this many numbers. */
  private static final int LEAST_CLAIM = 256;

  private final String file;
  private final Source source;
  private final long size;
  private final ReadLimits limits;
  private long decoded;

  private Reading(String file, Source source, ReadLimits limits) throws IOException {
    this.file = file;
    this.source = source;
    this.limits = limits;
    this.size = source.size();
    if (size > limits.fileBytes()) {
      throw refusal("file", size + " bytes", "at most " + limits.fileBytes() + " bytes");
    }
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableFile where it is not a regular file, cannot be opened or is too large
   */
  public static Reading open(Path path, ReadLimits limits) {
    Path last = path.getFileName();
    String name = last == null ? path.toString() : last.toString();
    if (!Files.isRegularFile(path)) {
      throw new UnreadableFile(name, "file", "none", "a regular file");
    }
    try {
      Source source = Source.open(path);
      try {
        return new Reading(name, source, limits);
      } catch (IOException | UnreadableFile failure) {
        source.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new UnreadableFile(name, "file", failure.toString(), "a readable file", failure);
    }
  }

  /** Reads from memory what was received as {@code name}; the array must not change meanwhile. */
  public static Reading of(String name, byte[] content, ReadLimits limits) {
    try {
      return new Reading(name, Source.of(content), limits);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public String file() {
    return file;
  }

  /** Length of the file in bytes. */
  public long size() {
    return size;
  }

  public UnreadableFile refusal(String part, String found, String expected) {
    return new UnreadableFile(file, part, found, expected);
  }

  /** Up to {@code length} bytes from the start, fewer where the file is shorter. */
  public byte[] head(int length) {
    return bytes("start", 0, Math.min(length, size));
  }

  /** Exactly {@code length} bytes from {@code offset}, or a refusal. */
  public byte[] bytes(String part, long offset, long length) {
    requireInside(part, offset, length);
    if (length > Integer.MAX_VALUE - 8) {
      throw refusal(part, length + " bytes", "at most 2 GiB in one piece");
    }
    byte[] bytes = new byte[(int) length];
    try {
      if (source.read(offset, bytes) < bytes.length) {
        throw refusal(part, "the file shortened while it was read", size + " bytes");
      }
    } catch (IOException failure) {
      throw new UnreadableFile(file, part, failure.toString(), "a readable file", failure);
    }
    return bytes;
  }

  /** Text of a header, bounded by {@link #LONGEST_TEXT}. */
  public String text(String part, long offset, long length, Charset charset) {
    if (length > LONGEST_TEXT) {
      throw refusal(part, length + " bytes of text", "at most " + LONGEST_TEXT);
    }
    return new String(bytes(part, offset, length), charset);
  }

  /** Refuses what does not lie wholly inside the file. */
  public void requireInside(String part, long offset, long length) {
    if (offset < 0 || length < 0 || offset > size || length > size - offset) {
      throw refusal(
          part,
          "%d bytes at offset %d of a file of %d".formatted(length, offset, size),
          "a part inside the file");
    }
  }

  /** Whether so many numbers more would be within the limit. */
  public boolean allows(long values) {
    return values <= limits.values() - decoded;
  }

  /** Counts numbers towards the limit, before they are allocated. */
  public int claim(String part, long values) {
    if (values < 1 || !allows(values) || values > Integer.MAX_VALUE - 8) {
      throw refusal(
          part,
          values + " values after " + decoded + " others",
          "at least 1 and at most " + limits.values() + " in all");
    }
    decoded += Math.max(values, LEAST_CLAIM);
    return (int) values;
  }

  /** Numbers in one piece, as float64. */
  public double[] numbers(String part, long offset, long count, Element element, ByteOrder order) {
    if (count > size / element.size()) {
      throw refusal(part, count + " numbers in a file of " + size + " bytes", "a whole array");
    }
    requireInside(part, offset, count * element.size());
    double[] numbers = new double[claim(part, count)];
    int perBlock = BLOCK / element.size();
    for (int done = 0; done < numbers.length; done += perBlock) {
      int next = Math.min(perBlock, numbers.length - done);
      long from = offset + (long) done * element.size();
      ByteBuffer block =
          ByteBuffer.wrap(bytes(part, from, (long) next * element.size())).order(order);
      for (int i = 0; i < next; i++) {
        numbers[done + i] = element.read(block, i * element.size());
      }
    }
    return numbers;
  }

  /** Reads numbers one after another from {@code start} to {@code end}. */
  public Cursor cursor(String part, long start, long end, ByteOrder order) {
    requireInside(part, start, end - start);
    return new Cursor(this, part, start, end, order);
  }

  /**
   * Where {@code mark} first stands at or after {@code from}.
   *
   * @throws UnreadableFile where it does not within {@link #LONGEST_HEADER}
   */
  public long find(String part, byte[] mark, long from) {
    byte[] text = bytes(part, from, Math.min(size - from, LONGEST_HEADER));
    for (int i = 0; i + mark.length <= text.length; i++) {
      if (Arrays.equals(text, i, i + mark.length, mark, 0, mark.length)) {
        return from + i;
      }
    }
    String wanted = new String(mark, StandardCharsets.ISO_8859_1);
    throw refusal(part, "no \"" + wanted.strip() + "\"", "the mark that ends it");
  }

  /** A count such as a number of pixels. */
  public int count(String part, long value) {
    if (value < 1 || value > Integer.MAX_VALUE - 8) {
      throw refusal(part, Long.toString(value), "a number from 1 to 2147483639");
    }
    return (int) value;
  }

  /** An evenly spaced axis, or a refusal where the file's calibration is not one. */
  public DataAxis even(String name, String unit, int size, double start, double step) {
    if (!Double.isFinite(start) || !Double.isFinite(step) || step == 0) {
      throw refusal(
          "calibration of axis " + name,
          "start " + start + ", step " + step,
          "finite numbers, and a step that is not 0");
    }
    return new DataAxis.Even(name, unit, size, start, step);
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException failure) {
      throw new UnreadableFile(file, "file", failure.toString(), "a file that closes", failure);
    }
  }
}
