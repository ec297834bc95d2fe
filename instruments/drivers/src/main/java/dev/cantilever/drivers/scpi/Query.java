package dev.cantilever.drivers.scpi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question that is answered by a number and changes nothing.
 *
 * @param text as it is sent
 * @param reply what an answer looks like; its first group is the number
 * @param factor from the instrument's unit to ours
 * @param offset added after that
 */
record Query(String text, Pattern reply, double factor, double offset) {

  /** A decimal number and nothing else. */
  static final Pattern NUMBER =
      Pattern.compile(
          "\\s*([+-]?(?:[0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?)\\s*");

  /** SCPI-99, volume 1, 7.2.1: 9.9E37 stands for infinity and 9.91E37 for not a number. */
  private static final double NO_NUMBER = 9.9e37;

  Query {
    if (!text.matches("[\\x20-\\x7e]{1,200}")) {
      throw new IllegalArgumentException("a query has 1 to 200 printable ASCII characters");
    }
    if (reply.matcher("").groupCount() < 1) {
      throw new IllegalArgumentException(
          "the reply pattern \"%s\" needs a group for the number".formatted(reply));
    }
  }

  /** In the instrument's own unit. */
  static Query plain(String text, Pattern reply) {
    return new Query(text, reply, 1, 0);
  }

  /** The number of an answer; not a number where the answer has none. */
  double number(String answer) {
    Matcher matcher = reply.matcher(answer);
    if (!matcher.matches() || matcher.group(1) == null) {
      return Double.NaN;
    }
    Matcher digits = NUMBER.matcher(matcher.group(1));
    double value = digits.matches() ? Double.parseDouble(digits.group(1)) : Double.NaN;
    return Math.abs(value) < NO_NUMBER ? value * factor + offset : Double.NaN;
  }
}
