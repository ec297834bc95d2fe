package dev.cantilever.numerics.prior;

import dev.cantilever.numerics.special.Normal;

/** What several priors share: pieces of the normal distribution, and checks of arguments. */
final class Densities {

  static final Support REAL = new Support.Real();
  static final Support POSITIVE = new Support.Positive();

  static final double LOG_TWO = 0.6931471805599453;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
  private static final double SQRT_HALF_PI = 1.2533141373155003;
  private static final double PI = 3.141592653589793;
  private static final double SERIES_BELOW = 1e-3;

  private Densities() {}

  /** Log density of the normal distribution. */
  static double logNormal(double value, double mean, double deviation) {
    double z = (value - mean) / deviation;
    return -0.5 * z * z - HALF_LOG_TWO_PI - StrictMath.log(deviation);
  }

  static double normalQuantile(double u) {
    return Normal.quantile(requireProbability(u));
  }

  /**
   * Quantile of |z|, z standard normal: near 0 by the series of the inverse error function, because
   * {@code (1 + u)/2} would forget the digits of a small u.
   */
  static double halfNormalQuantile(double u) {
    if (requireProbability(u) < SERIES_BELOW) {
      double w = PI * u * u;
      return SQRT_HALF_PI * u * (1 + w / 12 + 7 * w * w / 480);
    }
    return -Normal.quantile(0.5 * (1 - u));
  }

  static double requireProbability(double u) {
    if (!(u >= 0 && u <= 1)) {
      throw new IllegalArgumentException("a quantile is asked at a u in [0, 1], not at " + u);
    }
    return u;
  }

  static void requireFinite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be finite, not " + value);
    }
  }

  static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " must be finite and above 0, not " + value);
    }
  }
}
