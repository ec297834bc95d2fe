package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.special.Normal;
import dev.cantilever.numerics.surrogate.LeaveOneOut;
import dev.cantilever.vocabulary.reading.Series;

/**
 * Observations beside what a model said of each before it saw it: {@code y_i ~ N(μ_i, σ_i²)}.
 *
 * @param y n observations, at least one, all in one unit
 * @param mean n predictions, in that unit
 * @param sigma n standard deviations of an <em>observation</em>, its noise included; in [1e-50,
 *     1e100]
 */
public record Predictions(Series y, Series mean, Series sigma) {

  private static final double SMALLEST_SIGMA = 1e-50;
  private static final double LARGEST_SIGMA = 1e100;

  public Predictions {
    if (y.size() == 0) {
      throw new IllegalArgumentException("no observations; at least one is needed");
    }
    Require.size("predicted means", mean.size(), y.size(), "one per observation");
    Require.size("predicted deviations", sigma.size(), y.size(), "one per observation");
    Require.bounded("y", y);
    Require.bounded("mean", mean);
    Require.between("sigma", sigma, SMALLEST_SIGMA, LARGEST_SIGMA);
  }

  /** What leaving each observation out in turn says of it. */
  public static Predictions of(Series y, LeaveOneOut leftOut) {
    double[] sigma = leftOut.variance().toArray();
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = Math.sqrt(sigma[i]);
    }
    return new Predictions(y, leftOut.mean(), Series.of(sigma));
  }

  public int size() {
    return y.size();
  }

  /** {@code z_i = (y_i − μ_i)/σ_i}; standard normal draws where the model is right. */
  public Series standardisedResiduals() {
    double[] z = new double[size()];
    for (int i = 0; i < z.length; i++) {
      z[i] = residual(i) / sigma.get(i);
    }
    return Series.of(z);
  }

  /**
   * Share of the observations inside their central interval, {@code |z_i| ≤ Φ⁻¹((1 + level)/2)};
   * equal to {@code level} on average where the model is right.
   *
   * @param level above 0 and below 1
   */
  public double coverage(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level is %s; it must lie between 0 and 1, such as 0.95".formatted(level));
    }
    double reach = Normal.quantile(0.5 + 0.5 * level);
    int inside = 0;
    for (int i = 0; i < size(); i++) {
      inside += Math.abs(residual(i)) <= reach * sigma.get(i) ? 1 : 0;
    }
    return (double) inside / size();
  }

  /** The standardised residuals in sixteen bins of width ½ from −4 to 4, and beyond. */
  public Histogram histogram() {
    return Histogram.of(standardisedResiduals(), -4, 4, 16);
  }

  double residual(int i) {
    return y.get(i) - mean.get(i);
  }
}
