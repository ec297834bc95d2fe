package dev.cantilever.numerics.surrogate;

/**
 * A posterior over a pool of candidates, cheap to condition on one more observation at a candidate.
 */
public interface PoolPosterior {

  int size();

  double mean(int candidate);

  /** At least 1e-12. */
  double variance(int candidate);

  default double deviation(int candidate) {
    return Math.sqrt(variance(candidate));
  }

  /** Posterior covariance of one candidate with every candidate. */
  double[] covarianceWith(int candidate);

  /** Given one more observation {@code y} at a candidate; hyper-parameters as they are. */
  PoolPosterior given(int candidate, double y, double noiseVariance);
}
