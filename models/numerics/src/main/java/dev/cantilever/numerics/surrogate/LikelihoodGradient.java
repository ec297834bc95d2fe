package dev.cantilever.numerics.surrogate;

import dev.cantilever.vocabulary.reading.Series;

/**
 * Derivatives of the log marginal likelihood, {@code ½ tr((ααᵀ − A⁻¹) ∂A/∂θ)} (Rasmussen and
 * Williams 2006, equation 5.9).
 *
 * @param logLengthscales with respect to the logarithm of each lengthscale
 * @param logOutputScale with respect to the logarithm of the output scale
 * @param logNoise with respect to a common logarithmic factor on all noise variances
 * @param mean with respect to the constant mean
 */
public record LikelihoodGradient(
    Series logLengthscales, double logOutputScale, double logNoise, double mean) {

  static LikelihoodGradient of(
      Kernel kernel, Points x, double[] alpha, double[] inverse, double[] noiseVariance) {
    int n = alpha.length;
    int d = x.dimension();
    double[] inverseLengthscales = kernel.inverseLengthscales();
    double[] lengthscales = new double[d];
    double outputScale = 0;
    double noise = 0;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += alpha[i];
      double own = alpha[i] * alpha[i] - inverse[i * n + i];
      outputScale += 0.5 * own * kernel.outputScale();
      noise += 0.5 * own * noiseVariance[i];
      for (int j = 0; j < i; j++) {
        double weight = alpha[i] * alpha[j] - inverse[i * n + j];
        double r2 = Kernel.squaredDistance(x, i, x, j, inverseLengthscales);
        double value = kernel.family().value(r2);
        outputScale += weight * kernel.outputScale() * value;
        double slope = kernel.outputScale() * kernel.family().slope(r2, value);
        for (int k = 0; k < d; k++) {
          double scaled = (x.get(i, k) - x.get(j, k)) * inverseLengthscales[k];
          lengthscales[k] -= 2 * weight * slope * scaled * scaled;
        }
      }
    }
    return new LikelihoodGradient(Series.of(lengthscales), outputScale, noise, mean);
  }
}
