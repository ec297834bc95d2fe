package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.vocabulary.reading.Series;

/** The noise that an observation would have, anywhere. */
@FunctionalInterface
public interface PredictedNoise {

  /** Noise variance of one observation at each of m points; above 0. */
  double[] variances(Points points);

  /**
   * What is to be expected of one observation at each of m points: the mean of the function, and
   * its variance plus the noise. Only the variance changes; the noise at the training inputs is the
   * posterior's own matter.
   */
  default Moments observed(Posterior posterior, Points points) {
    Moments moments = posterior.at(points);
    double[] variances = variances(points);
    for (int i = 0; i < variances.length; i++) {
      variances[i] += moments.variance().get(i);
    }
    return new Moments(moments.mean(), Series.of(variances));
  }
}
