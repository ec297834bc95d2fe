package dev.cantilever.tools.image;

import dev.cantilever.vocabulary.reading.Frame;
import java.util.Arrays;

/**
 * The values of a frame less the plane that fits them best (least squares over all pixels).
 *
 * @param values row by row; the caller's own
 */
@SuppressWarnings("ArrayRecordComponent") // computed with at once, never compared
record Levelled(double[] values) {

  /**
   * Of a frame of finite values. On a full rectangle of pixels the fit separates: with u and v the
   * distances from the middle column and row, the slopes are Σuz/Σu² and Σvz/Σv², and a side of one
   * pixel has no slope.
   */
  static Levelled of(Frame frame) {
    double[] z = frame.values().toArray();
    double mean = Arrays.stream(z).average().orElse(0);
    double across = 0;
    double along = 0;
    double acrossSquared = 0;
    double alongSquared = 0;
    for (int i = 0; i < z.length; i++) {
      double u = fromMiddle(i % frame.columns(), frame.columns());
      double v = fromMiddle(i / frame.columns(), frame.rows());
      across += u * (z[i] - mean);
      along += v * (z[i] - mean);
      acrossSquared += u * u;
      alongSquared += v * v;
    }
    double slopeAcross = acrossSquared == 0 ? 0 : across / acrossSquared;
    double slopeAlong = alongSquared == 0 ? 0 : along / alongSquared;
    for (int i = 0; i < z.length; i++) {
      z[i] -=
          mean
              + slopeAcross * fromMiddle(i % frame.columns(), frame.columns())
              + slopeAlong * fromMiddle(i / frame.columns(), frame.rows());
    }
    return new Levelled(z);
  }

  private static double fromMiddle(int index, int count) {
    return index - (count - 1) / 2.0;
  }

  /** Root of the mean square. */
  double rms() {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).average().orElse(0));
  }

  /** Mean of the sizes. */
  double meanSize() {
    return Arrays.stream(values).map(Math::abs).average().orElse(0);
  }

  /** From the lowest to the highest. */
  double range() {
    return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
  }
}
