package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;

/**
 * What is believed of a function given observations. All of it is noise-free: the noise of a
 * further observation is to be added by whoever wants to predict one. Every surrogate gives one, so
 * every acquisition function works with every surrogate.
 */
public interface Posterior {

  /** Mean and variance at each of m points. */
  Moments at(Points points);

  /** Mean and variance at one point with their derivatives. */
  MomentSlopes slopes(Points one);

  /** Covariance between all of m points: m × m. */
  double[][] covariance(Points points);

  /** The same over a fixed pool, cheap to ask again and to condition on made-up observations. */
  PoolPosterior over(Points pool);

  /**
   * Given one more observation, with the same hyper-parameters.
   *
   * @param noiseVariance of that observation, at least 0
   */
  Posterior plus(Points one, double y, double noiseVariance);

  /** One function drawn from it. */
  FunctionDraw draw(RandomStream stream);
}
