package dev.cantilever.tools.file.content;

/**
 * A file was refused: it is truncated, damaged, hostile, larger than the limits, or of a kind that
 * is not known. The message names the file, the part of it, what stood there and what was expected.
 *
 * <p>This is the only exception that reading a file throws.
 */
public final class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_QUOTE = 120;

  private final String file;
  private final String part;
  private final String found;
  private final String expected;

  /**
   * @param file name of the file, without its folder
   * @param part where in the file, in the words of its format, with the byte offset where known
   * @param found what stood there
   * @param expected what would have been accepted
   */
  public UnreadableFile(String file, String part, String found, String expected) {
    this(file, part, found, expected, null);
  }

  public UnreadableFile(String file, String part, String found, String expected, Throwable cause) {
    super("%s: %s: found %s, expected %s".formatted(file, part, printable(found), expected), cause);
    this.file = file;
    this.part = part;
    this.found = printable(found);
    this.expected = expected;
  }

  public String file() {
    return file;
  }

  public String part() {
    return part;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }

  /** Text of a hostile file is shown, never obeyed: no control characters, bounded length. */
  private static String printable(String text) {
    String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    return cut.replaceAll("\\p{C}", "·");
  }
}
