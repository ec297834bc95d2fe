package dev.cantilever.tools.dispatch;

/** Text of a call as it is kept: bounded, and with nothing that JSON cannot hold. */
public final class Received {

  private static final int LONGEST_KEPT = 65_536;

  private static final int LONGEST_SHOWN = 64;

  private Received() {}

  /** The beginning, for a message. */
  static String shown(String text) {
    String kept = keep(text);
    int[] start = kept.codePoints().limit(LONGEST_SHOWN).toArray();
    String shown = new String(start, 0, start.length);
    return shown.length() < kept.length() ? shown + "…" : shown;
  }

  public static String keep(String text) {
    String whole = text.length() > LONGEST_KEPT ? text.substring(0, LONGEST_KEPT) + "…" : text;
    StringBuilder kept = new StringBuilder(whole.length());
    whole
        .codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
