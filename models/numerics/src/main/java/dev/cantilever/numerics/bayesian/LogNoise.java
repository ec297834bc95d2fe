package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;

/**
 * {@code exp} of the posterior mean of log v: the geometric centre, hence somewhat below the mean
 * of v.
 *
 * @param logarithm of the noise variance, standardised
 */
record LogNoise(Posterior logarithm, Standardisation scale) implements PredictedNoise {

  LogNoise(Posterior logarithm) {
    this(logarithm, new Standardisation(0, 1));
  }

  @Override
  public double[] variances(Points points) {
    Series mean = logarithm.at(points).mean();
    double[] variances = new double[mean.size()];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = StrictMath.exp(scale.mean(mean.get(i)));
    }
    return variances;
  }
}
