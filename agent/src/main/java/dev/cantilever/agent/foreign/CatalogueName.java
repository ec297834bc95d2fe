package dev.cantilever.agent.foreign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a foreign tool in the catalogue, {@code foreign.server.tool}. What a name of ours
 * does not hold is written by its number, {@code get-Map} as {@code get_x2d__x4d_ap}, so that two
 * tools never have one name, whichever way it is written.
 */
public final class CatalogueName {

  /** How all of them begin. */
  public static final String PREFIX = "foreign.";

  private static final int LONGEST = 64;
  private static final Pattern KNOWN = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
  private static final Pattern NUMBERED = Pattern.compile("_x([0-9a-f]{2})_");

  private CatalogueName() {}

  /** The name; empty where a tool of that name cannot have one. */
  public static Optional<String> of(String server, String tool) {
    if (!KNOWN.matcher(tool).matches()) {
      return Optional.empty();
    }
    String name = PREFIX + server + "." + written(tool);
    return name.length() <= LONGEST ? Optional.of(name) : Optional.empty();
  }

  private static String written(String tool) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < tool.length(); i++) {
      char c = tool.charAt(i);
      boolean looksNumbered = c == '_' && i + 1 < tool.length() && tool.charAt(i + 1) == 'x';
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
      if (plain && !looksNumbered) {
        written.append(c);
      } else {
        written.append("_x%02x_".formatted((int) c));
      }
    }
    return written.toString();
  }

  /** The tool's own name again. */
  static String tool(String written) {
    Matcher numbered = NUMBERED.matcher(written);
    return numbered.replaceAll(
        found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
