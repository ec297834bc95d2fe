package dev.cantilever.tools.schema;

/**
 * Text that nobody vouches for, made safe to show and to hand on: bounded, and with every character
 * that is not seen, or that changes what is seen, written out by its number.
 */
public final class Legible {

  private Legible() {}

  /** The whole of a text; line breaks stay. */
  public static String of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** At most so many characters of a text, in one line. */
  public static String line(String text, int longest) {
    return of(text, longest).replace("\n", "\\u{a}");
  }

  /** At most so many characters of a text; line breaks stay. */
  public static String of(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(longest).forEach(c -> append(c, shown));
    return text.codePointCount(0, text.length()) > longest ? shown + "…" : shown.toString();
  }

  /** Whether a text stays as it is. */
  public static boolean is(String text, int longest) {
    return of(text, longest).equals(text) && text.indexOf('\n') < 0;
  }

  private static void append(int c, StringBuilder shown) {
    if (c == '\n' || !isHidden(c)) {
      shown.appendCodePoint(c);
    } else {
      shown.append("\\u{").append(Integer.toHexString(c)).append('}');
    }
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isBlank(c);
    };
  }

  /** Fillers, joiners and variation selectors, in which whole sentences can be hidden. */
  private static boolean isBlank(int c) {
    return (c >= 0xfe00 && c <= 0xfe0f)
        || (c >= 0xe0100 && c <= 0xe01ef)
        || switch (c) {
          case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
          default -> false;
        };
  }
}
