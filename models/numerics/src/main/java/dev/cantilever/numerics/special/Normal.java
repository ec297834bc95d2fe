package dev.cantilever.numerics.special;

/** The standard normal distribution. */
public final class Normal {

  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double SQRT_PI = 1.772453850905516;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  private Normal() {}

  /** Density {@code φ(z)}. */
  public static double density(double z) {
    return StrictMath.exp(-0.5 * z * z - HALF_LOG_TWO_PI);
  }

  /** {@code log φ(z)}. */
  public static double logDensity(double z) {
    return -0.5 * z * z - HALF_LOG_TWO_PI;
  }

  /** {@code log Φ(z)}, also where Φ underflows. */
  public static double logCumulative(double z) {
    return z > -1
        ? StrictMath.log(cumulative(z))
        : StrictMath.log(0.5 * erfcx(-z * SQRT_HALF)) - 0.5 * z * z;
  }

  /** Distribution function {@code Φ(z) = ½ erfc(−z/√2)}. */
  public static double cumulative(double z) {
    return 0.5 * erfc(-z * SQRT_HALF);
  }

  /** Complementary error function; relative error below 1e-14 where it does not underflow. */
  public static double erfc(double x) {
    if (x < 0) {
      return 2 - erfc(-x);
    }
    return x < 2 ? 1 - erfSeries(x) : erfcx(x) * StrictMath.exp(-x * x);
  }

  /**
   * Scaled complementary error function {@code exp(x²) erfc(x)} for x ≥ 0. Below 2 from the series
   * of erf, above from the continued fraction (Abramowitz and Stegun 7.1.14) evaluated from its far
   * end.
   */
  public static double erfcx(double x) {
    if (x < 2) {
      return StrictMath.exp(x * x) * (1 - erfSeries(x));
    }
    int terms = x < 3 ? 160 : x < 6 ? 80 : 40;
    double fraction = x;
    for (int k = terms; k >= 1; k--) {
      fraction = x + 0.5 * k / fraction;
    }
    return 1 / (fraction * SQRT_PI);
  }

  /** {@code erf(x) = 2x/√π exp(−x²) Σ (2x²)^k / (1·3·…·(2k+1))}: all terms positive. */
  private static double erfSeries(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= 2 * x * x / (2 * k + 1);
      sum += term;
    }
    return 2 * x / SQRT_PI * StrictMath.exp(-x * x) * sum;
  }

  /** {@code log(1 − exp(w))} for w ≤ 0. */
  static double logOneMinusExp(double w) {
    return w > -0.6931471805599453
        ? StrictMath.log(-StrictMath.expm1(w))
        : StrictMath.log1p(-StrictMath.exp(w));
  }

  /**
   * Inverse of {@link #cumulative}: Acklam's rational approximation, then one step of Halley's
   * method against the distribution function, which leaves a relative error below 1e-14.
   *
   * @param p in (0, 1); 0 and 1 give the infinities
   */
  public static double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      return p == 0 ? Double.NEGATIVE_INFINITY : p == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    if (p > 0.5) {
      return -lowerQuantile(1 - p);
    }
    return lowerQuantile(p);
  }

  private static double lowerQuantile(double p) {
    double x = p < 0.02425 ? tail(p) : centre(p - 0.5);
    double error = (cumulative(x) - p) / density(x);
    return x - error / (1 + 0.5 * x * error);
  }

  private static double tail(double p) {
    double q = Math.sqrt(-2 * StrictMath.log(p));
    double above =
        ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
                            - 2.549732539343734)
                        * q
                    + 4.374664141464968)
                * q
            + 2.938163982698783;
    double below =
        (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
                    + 3.754408661907416)
                * q
            + 1;
    return above / below;
  }

  private static double centre(double q) {
    double r = q * q;
    double above =
        ((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                            + 1.383577518672690e+02)
                        * r
                    - 3.066479806614716e+01)
                * r
            + 2.506628277459239;
    double below =
        ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                            + 6.680131188771972e+01)
                        * r
                    - 1.328068155288572e+01)
                * r
            + 1;
    return q * above / below;
  }
}
