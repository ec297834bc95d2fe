package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.special.Normal;
import java.util.Optional;

/**
 * How well predictions and their stated uncertainty fit the observations; {@code z = (y − μ)/σ},
 * averages over n observations.
 *
 * @param size n
 * @param rootMeanSquareError {@code √(mean (y − μ)²)}, in the unit of y
 * @param meanAbsoluteError {@code mean |y − μ|}, in the unit of y
 * @param negativeLogDensity {@code mean ½ log 2πσ² + ½z²}, in nats; less is better, and it falls by
 *     log c where the unit of y grows by a factor c
 * @param continuousRankedProbability {@code mean σ (z (2Φ(z) − 1) + 2φ(z) − 1/√π)}, in the unit of
 *     y; less is better (Gneiting et al., Mon. Weather Rev. 133 (2005) 1098, equation 5,
 *     doi:10.1175/MWR2904.1)
 * @param coverage95 share inside the central 95 % interval
 * @param meanStandardisedSquaredError {@code mean z²}; above 1 where the model is over-confident
 * @param rankCorrelation Spearman's between y and μ, equal values sharing their average rank; none
 *     where all y or all μ are equal
 */
public record Calibration(
    int size,
    double rootMeanSquareError,
    double meanAbsoluteError,
    double negativeLogDensity,
    double continuousRankedProbability,
    double coverage95,
    double meanStandardisedSquaredError,
    Optional<Double> rankCorrelation) {

  private static final double LOG_TWO_PI = 1.8378770664093453;
  private static final double ONE_BY_SQRT_PI = 0.5641895835477563;

  /** Of these predictions; from {@link Predictions#of} it is that of leaving one out. */
  public static Calibration of(Predictions predictions) {
    int n = predictions.size();
    double squared = 0;
    double absolute = 0;
    double logDensity = 0;
    double ranked = 0;
    double standardised = 0;
    for (int i = 0; i < n; i++) {
      double residual = predictions.residual(i);
      double sigma = predictions.sigma().get(i);
      double z = residual / sigma;
      squared += residual * residual;
      absolute += Math.abs(residual);
      logDensity += 0.5 * LOG_TWO_PI + StrictMath.log(sigma) + 0.5 * z * z;
      ranked += rankedProbability(sigma, z);
      standardised += z * z;
    }
    return new Calibration(
        n,
        Math.sqrt(squared / n),
        absolute / n,
        logDensity / n,
        ranked / n,
        predictions.coverage(0.95),
        standardised / n,
        Ranks.correlation(predictions.y().toArray(), predictions.mean().toArray()));
  }

  private static double rankedProbability(double sigma, double z) {
    double spread = z * (2 * Normal.cumulative(z) - 1);
    return sigma * (spread + 2 * Normal.density(z) - ONE_BY_SQRT_PI);
  }
}
