package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;

/**
 * Over a pool so large that nothing is kept but mean and variance: a covariance with the pool is
 * computed anew when it is asked for.
 */
final class WidePool implements PoolPosterior {

  private final GaussianProcess process;
  private final Points pool;
  private final double[] mean;
  private final double[] variance;

  private WidePool(GaussianProcess process, Points pool, double[] mean, double[] variance) {
    this.process = process;
    this.pool = pool;
    this.mean = mean;
    this.variance = variance;
  }

  static WidePool of(GaussianProcess process, Points pool) {
    Moments moments = process.at(pool);
    return new WidePool(process, pool, moments.mean().toArray(), moments.variance().toArray());
  }

  @Override
  public int size() {
    return mean.length;
  }

  @Override
  public double mean(int candidate) {
    return mean[candidate];
  }

  @Override
  public double variance(int candidate) {
    return Math.max(Moments.SMALLEST_VARIANCE, variance[candidate]);
  }

  @Override
  public double[] covarianceWith(int candidate) {
    return process.covarianceBetween(pool.select(candidate), pool);
  }

  @Override
  public WidePool given(int candidate, double y, double noiseVariance) {
    double spread = variance(candidate) + noiseVariance;
    double[] row = covarianceWith(candidate);
    double step = (y - mean[candidate]) / spread;
    double[] newMean = mean.clone();
    double[] newVariance = variance.clone();
    for (int c = 0; c < row.length; c++) {
      newMean[c] += row[c] * step;
      newVariance[c] -= row[c] * row[c] / spread;
    }
    GaussianProcess more = process.plus(pool.select(candidate), y, noiseVariance);
    return new WidePool(more, pool, newMean, newVariance);
  }
}
