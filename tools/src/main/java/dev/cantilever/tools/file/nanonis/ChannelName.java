package dev.cantilever.tools.file.nanonis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a signal and its unit, which Nanonis writes in one: {@code Current [bwd] (A)}.
 *
 * @param name without the unit
 * @param unit its symbol, empty where none is given
 */
record ChannelName(String name, String unit) {

  private static final Pattern UNIT = Pattern.compile("\\s*\\(([^()]{0,40})\\)");

  static ChannelName of(String text) {
    Matcher unit = UNIT.matcher(text);
    int start = -1;
    int end = -1;
    String symbol = "";
    while (unit.find()) {
      start = unit.start();
      end = unit.end();
      symbol = unit.group(1);
    }
    if (start < 0) {
      return new ChannelName(text.strip(), "");
    }
    return new ChannelName((text.substring(0, start) + text.substring(end)).strip(), symbol);
  }

  /** What was measured, without the marks of direction and filtering. */
  String quantity() {
    return name.replaceAll("\\s*\\[[^\\]]*]", "");
  }
}
