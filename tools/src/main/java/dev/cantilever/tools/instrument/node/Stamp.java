package dev.cantilever.tools.instrument.node;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who sends a request, and how many stops it had asked for by then: what was sent before a stop and
 * comes after it is not begun.
 */
record Stamp(String session, long stops) {

  static final String HEADER = "Cantilever-Stops";

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9-]{1,40})/([0-9]{1,9})");

  /**
   * Reads {@code session/number}.
   *
   * @throws IllegalArgumentException where it is not that
   */
  static Stamp parse(String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          HEADER + " must be a session and the number of its stops, such as a1b2/0");
    }
    return new Stamp(matcher.group(1), Long.parseLong(matcher.group(2)));
  }
}
