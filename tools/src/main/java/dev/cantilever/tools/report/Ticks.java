package dev.cantilever.tools.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class Ticks {

  private static final int WANTED = 5;

  private Ticks() {}

  /** One of them and how it is written. */
  record Tick(double value, String label) {}

  /** Multiples of 1, 2 or 5 times a power of ten, four to eight of them. */
  static List<Tick> of(double min, double max) {
    double rough = (max - min) / WANTED;
    int exponent = (int) Math.floor(Math.log10(rough));
    double leading = rough / Math.pow(10, exponent);
    int factor = leading < 1.5 ? 1 : leading < 3.5 ? 2 : leading < 7.5 ? 5 : 10;
    BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
    BigDecimal first = BigDecimal.valueOf(min).divide(step, 0, RoundingMode.CEILING).multiply(step);
    List<Tick> ticks = new ArrayList<>();
    for (BigDecimal at = first; at.doubleValue() <= max; at = at.add(step)) {
      ticks.add(new Tick(at.doubleValue(), written(at)));
    }
    return ticks;
  }

  private static String written(BigDecimal value) {
    double size = Math.abs(value.doubleValue());
    boolean isPlain = size == 0 || (size >= 1e-4 && size < 1e6);
    BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return isPlain
        ? shortest.toPlainString()
        : shortest.toString().replace("E+", "e").replace('E', 'e');
  }
}
