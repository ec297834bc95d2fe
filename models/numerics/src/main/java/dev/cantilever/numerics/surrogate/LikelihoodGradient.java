package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;

/**
 * Derivatives of the log marginal likelihood, {@code ½ tr((ααᵀ − A⁻¹) ∂A/∂θ)} (Rasmussen and
 * Williams 2006, equation 5.9).
 *
 * @param kernel with respect to each parameter of the kernel, in the coordinate in which it is
 *     fitted
 * @param logNoise with respect to a common logarithmic factor on all noise variances
 * @param mean with respect to a constant added to the prior mean
 */
public record LikelihoodGradient(Series kernel, double logNoise, double mean) {

  /**
   * From one explicit inverse.
   *
   * @param own covariances {@code k(x_i, x_j)}, j ≤ i
   * @param inverse lower triangle of {@code A⁻¹} as rows
   */
  static LikelihoodGradient of(
      Kernel kernel,
      Points x,
      double[][] own,
      double[] alpha,
      double[][] inverse,
      double[] noiseVariance) {
    int n = alpha.length;
    double[][] weights = new double[n][];
    double noise = 0;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        row[j] = alpha[i] * alpha[j] - inverse[i][j];
      }
      row[i] *= 0.5;
      weights[i] = row;
      noise += row[i] * noiseVariance[i];
      mean += alpha[i];
    }
    double[] slopes = new double[kernel.parameters().size()];
    kernel.gradient(x, own, weights, slopes, 0);
    return new LikelihoodGradient(Series.of(slopes), noise, mean);
  }
}
