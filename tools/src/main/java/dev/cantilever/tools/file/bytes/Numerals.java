package dev.cantilever.tools.file.bytes;

import java.util.Locale;

/** Numbers that a header or a table has as text. */
public final class Numerals {

  private static final int LONGEST = 64;

  private final Reading reading;
  private final String part;

  /**
   * @param part where the text stands, for refusals
   */
  public Numerals(Reading reading, String part) {
    this.reading = reading;
    this.part = part;
  }

  /** A number as text, a whole one without a point. */
  public static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** A finite number, with a dot or, as some regional settings write it, a comma. */
  public double number(String what, String text) {
    double number = any(what, text);
    if (!Double.isFinite(number)) {
      throw reading.refusal(part, what + " " + text, "a finite number");
    }
    return number;
  }

  /** A number that may be NaN or infinite. */
  public double any(String what, String text) {
    String bare = text.strip().replace(',', '.');
    if (!bare.isEmpty() && bare.length() <= LONGEST) {
      try {
        return Double.parseDouble(bare);
      } catch (NumberFormatException notOne) {
        return special(what, bare);
      }
    }
    throw reading.refusal(part, what + " \"" + text + "\"", "a number");
  }

  /** A count from 1 on. */
  public int count(String what, String text) {
    double number = number(what, text);
    if (number != Math.rint(number)) {
      throw reading.refusal(part, what + " " + text, "a whole number");
    }
    return reading.count(part + ", " + what, (long) number);
  }

  private double special(String what, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan", "n/a", "-nan", "nan(ind)" -> Double.NaN;
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> throw reading.refusal(part, what + " \"" + text + "\"", "a number");
    };
  }
}
