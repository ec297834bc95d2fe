package dev.cantilever.drivers.stem.noise;

/**
 * Poisson numbers of large mean by transformed rejection: the ratio-of-uniforms hat and squeeze of
 * algorithm PTRS (Hörmann, Insurance: Mathematics and Economics 12 (1993) 39,
 * doi:10.1016/0167-6687(93)90997-4).
 */
final class PoissonRejection {

  /** Where the constants of the hat begin to hold. */
  static final double LEAST_MEAN = 10;

  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  private PoissonRejection() {}

  static double draw(double mean, Variates variates) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = variates.uniform() - 0.5;
      double v = variates.uniform();
      double edge = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / edge + b) * u + mean + 0.43);
      if (edge >= 0.07 && v <= squeeze) {
        return k;
      }
      boolean outside = k < 0 || (edge < 0.013 && v > edge);
      if (!outside && belowDensity(k, mean, v * hatHeight(b) / (a / (edge * edge) + b))) {
        return k;
      }
    }
  }

  private static double hatHeight(double b) {
    return 1.1239 + 1.1328 / (b - 3.4);
  }

  private static boolean belowDensity(double k, double mean, double height) {
    return StrictMath.log(height) <= k * StrictMath.log(mean) - mean - logFactorial(k);
  }

  /** ln k! by Stirling's series, its error below 1e-9 from 10 on; by sums below. */
  private static double logFactorial(double k) {
    if (k < 10) {
      double product = 1;
      for (int i = 2; i <= k; i++) {
        product *= i;
      }
      return StrictMath.log(product);
    }
    double inverse = 1 / k;
    double square = inverse * inverse;
    double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
    return (k + 0.5) * StrictMath.log(k) - k + HALF_LOG_TWO_PI + series;
  }
}
