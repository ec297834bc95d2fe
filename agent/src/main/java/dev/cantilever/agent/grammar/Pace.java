package dev.cantilever.agent.grammar;

import dev.cantilever.vocabulary.quantity.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/** How fast to scan so that an image is done in time. */
final class Pace {

  /** The slot of the time that an image may take. */
  static final String TIME = "frame_time";

  private static final MathContext DIGITS = new MathContext(4, RoundingMode.CEILING);

  /** What the way to the first line takes. */
  private static final BigDecimal WAY = new BigDecimal("2");

  private Pace() {}

  /**
   * Lines over seconds, less those of the way to the first line; rounded up.
   *
   * @param values with the number of lines
   */
  static String lineRate(Map<String, String> values, String time) {
    int unit = time.replaceFirst("^([+-]?[0-9.]+(?:[eE][+-]?\\d+)?).*", "$1").length();
    BigDecimal seconds =
        Units.parse(time.substring(unit).strip())
            .orElseThrow()
            .factor()
            .multiply(new BigDecimal(time.substring(0, unit)));
    BigDecimal left = seconds.subtract(WAY);
    BigDecimal lines = new BigDecimal(values.get("lines"));
    return left.signum() <= 0
        ? "0 Hz"
        : lines.divide(left, DIGITS).stripTrailingZeros().toPlainString() + " Hz";
  }
}
