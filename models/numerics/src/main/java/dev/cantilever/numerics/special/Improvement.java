package dev.cantilever.numerics.special;

/**
 * The expected improvement of a standard normal, {@code h(z) = φ(z) + z Φ(z) = E max(z + Z, 0)},
 * written {@code h(z) = max(z, 0) + φ(t) g(t)} with t = |z|. Here {@code g(t) = 1 − t Q(t)/φ(t)}
 * falls smoothly from 1 like 1/t², so that one rational function of t serves the whole axis without
 * cancellation, at the price of a few exponentials.
 *
 * <p>The rational function of degrees 12 and 14 interpolates g at the 25 Chebyshev nodes of (t −
 * 3)/(t + 3), computed with 60 digits; it is off by at most 3e-17 of g. All its coefficients are
 * positive, so that its evaluation loses no digits either.
 */
public final class Improvement {

  private static final double DENSITY_AT_ZERO = 0.3989422804014327;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  /** From here on exp(−t²/2) is 0. */
  private static final double VANISHES = 39;

  /** From here on g(t) is 1/t² to the last digit. */
  private static final double FAR = 1e9;

  /** Below this logarithm of a ratio, a difference loses more digits than the midpoint rule. */
  private static final double CLOSE = 1e-5;

  private Improvement() {}

  /**
   * {@code h(z)}; relative error below 1e-15 for z above −1 and below 1e-13 down to −37, where the
   * result leaves the range of normal numbers. 0 at −∞, ∞ at ∞, NaN for NaN.
   */
  public static double of(double z) {
    return Math.max(z, 0) + tail(Math.abs(z));
  }

  /** {@code h(−t) = φ(t) g(t)}: what h has above the larger of z and 0, at distance t ≥ 0. */
  public static double tail(double t) {
    return t > VANISHES ? 0 : DENSITY_AT_ZERO * StrictMath.exp(-0.5 * t * t) * scaledTail(t);
  }

  /**
   * {@code log h(z)}, which does not underflow before z = −1e154 (after Ament et al., NeurIPS 2023,
   * equation 9, arXiv:2310.20708); error below 1e-15 of the larger of 1 and the result.
   */
  public static double log(double z) {
    return z < 0 ? logDensity(z) + StrictMath.log(scaledTail(-z)) : StrictMath.log(of(z));
  }

  /**
   * {@code log(h(z + gap) − h(z))}, without cancellation however small the difference and however
   * far the tail; error below 1e-11 of the larger of 1 and the result.
   *
   * @param gap at least 0, finite; −∞ for 0; given apart because z + gap may round it away
   */
  public static double logRise(double z, double gap) {
    double above = z + gap;
    double logRatio =
        above <= 0
            ? 0.5 * gap * -(z + above) + StrictMath.log(scaledTail(-above) / scaledTail(-z))
            : log(above) - log(z);
    return logRatio < CLOSE
        ? StrictMath.log(gap) + logCumulative(z + 0.5 * gap)
        : log(above) + Normal.logOneMinusExp(-logRatio);
  }

  private static double logCumulative(double z) {
    return z > -1
        ? StrictMath.log(Normal.cumulative(z))
        : logDensity(z) + StrictMath.log((1 - scaledTail(-z)) / -z);
  }

  private static double logDensity(double z) {
    return -0.5 * z * z - HALF_LOG_TWO_PI;
  }

  private static double scaledTail(double t) {
    return t > FAR ? 1 / (t * t) : above(t) / below(t);
  }

  private static double above(double t) {
    double sum = 2.6711671914378764e-07 * t + 8.330359824954126e-06;
    sum = sum * t + 0.00013141192589077175;
    sum = sum * t + 0.0013566024048382403;
    sum = sum * t + 0.010073305169771294;
    sum = sum * t + 0.056133597610624815;
    sum = sum * t + 0.23875010289067555;
    sum = sum * t + 0.7746156581806994;
    sum = sum * t + 1.8843745072747895;
    sum = sum * t + 3.306700460850198;
    sum = sum * t + 3.89343345273088;
    sum = sum * t + 2.7091254776320017;
    sum = sum * t + 1;
    return sum;
  }

  private static double below(double t) {
    double sum = 2.6711671914378764e-07 * t + 8.33035982495414e-06;
    sum = sum * t + 0.00013221327604819472;
    sum = sum * t + 0.0013815934843150089;
    sum = sum * t + 0.010465938246905442;
    sum = sum * t + 0.06015342268193438;
    sum = sum * t + 0.26819276501221834;
    sum = sum * t + 0.9352267358904442;
    sum = sum * t + 2.5455931105821756;
    sum = sum * t + 5.347285335066601;
    sum = sum * t + 8.48392237403909;
    sum = sum * t + 9.821484558555694;
    sum = sum * t + 7.8596150404035745;
    sum = sum * t + 3.962439614947502;
    sum = sum * t + 1;
    return sum;
  }
}
