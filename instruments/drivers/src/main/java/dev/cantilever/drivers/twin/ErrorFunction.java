package dev.cantilever.drivers.twin;

/** The error function and the normal distribution function, to about 1e-15 absolute. */
public final class ErrorFunction {

  private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);

  private ErrorFunction() {}

  /**
   * erf x: below 3 by the series of positive terms 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(2n+1)!! (Abramowitz
   * and Stegun 1964, 7.1.6), above it by the continued fraction 7.1.14 of the same.
   */
  public static double erf(double x) {
    double size = Math.abs(x);
    if (size > 6) {
      return Math.signum(x);
    }
    double value = size < 3 ? series(size) : 1 - complement(size);
    return x < 0 ? -value : value;
  }

  /** Share of a standard normal variable below z. */
  public static double normalBelow(double z) {
    return 0.5 * (1 + erf(z / Math.sqrt(2)));
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > 1e-17 * sum; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_BY_ROOT_PI * StrictMath.exp(-x * x) * sum;
  }

  private static double complement(double x) {
    double fraction = x;
    for (int n = 60; n >= 1; n--) {
      fraction = x + 0.5 * n / fraction;
    }
    return 0.5 * TWO_BY_ROOT_PI * StrictMath.exp(-x * x) / fraction;
  }
}
