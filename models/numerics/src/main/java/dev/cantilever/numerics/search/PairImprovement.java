package dev.cantilever.numerics.search;

import dev.cantilever.numerics.special.GaussLegendre;
import dev.cantilever.numerics.special.Improvement;
import dev.cantilever.numerics.special.Normal;
import java.util.function.DoubleUnaryOperator;

/**
 * {@code E[max(f_1 − best, f_2 − best, 0)]} for two jointly normal values, by one-dimensional
 * quadrature on both sides of the kink: given {@code f_1} the rest has a closed form.
 */
final class PairImprovement {

  private static final GaussLegendre RULE = new GaussLegendre(48);
  private static final double REACH = 9;

  private PairImprovement() {}

  /**
   * The improvement; error below 1e-9 of the deviations.
   *
   * @param mean of both
   * @param covariance 2 × 2, variances above 0
   */
  static double of(double[] mean, double[][] covariance, double best) {
    double first = Math.sqrt(covariance[0][0]);
    double slope = covariance[0][1] / first;
    double left = Math.sqrt(Math.max(1e-300, covariance[1][1] - slope * slope));
    DoubleUnaryOperator gain =
        z -> {
          double most = Math.max(mean[0] + first * z, best);
          double beyond = mean[1] + slope * z - most;
          return (most - best + left * Improvement.of(beyond / left)) * Normal.density(z);
        };
    double kink = Math.clamp((best - mean[0]) / first, -REACH, REACH);
    return RULE.integral(-REACH, kink, gain) + RULE.integral(kink, REACH, gain);
  }
}
