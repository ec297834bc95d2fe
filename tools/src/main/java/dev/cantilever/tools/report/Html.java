package dev.cantilever.tools.report;

import java.util.Locale;

/** Text made safe for HTML and SVG. */
final class Html {

  private Html() {}

  static String text(String raw) {
    StringBuilder safe = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isVisible(c) || c == '\n' ? c : 0xFFFD);
              }
            });
    return safe.toString();
  }

  /** Whether {@link #text} shows every sign of it. */
  static boolean isWhole(String raw) {
    return raw.codePoints().allMatch(c -> c == '\n' || isVisible(c));
  }

  private static boolean isVisible(int c) {
    return Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT;
  }

  /** A number in at most four significant digits. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
