package dev.cantilever.numerics.surrogate;

import java.util.Arrays;

/**
 * Noise-free posterior mean and variance over a pool of candidates, cheap to condition on one more
 * observation at a candidate. Memory: (n + 2) numbers per candidate.
 */
public final class PoolPosterior {

  /** Variances below this are shown and used as this. */
  private static final double SMALLEST_VARIANCE = 1e-12;

  private final Kernel kernel;
  private final Points pool;
  private final double[] mean;
  private final double[] variance;
  private final double[][] v;

  private PoolPosterior(
      Kernel kernel, Points pool, double[] mean, double[] variance, double[][] v) {
    this.kernel = kernel;
    this.pool = pool;
    this.mean = mean;
    this.variance = variance;
    this.v = v;
  }

  static PoolPosterior of(Kernel kernel, Points pool, double[] mean, double[][] v) {
    double[] variance = new double[pool.size()];
    Arrays.fill(variance, kernel.outputScale());
    for (double[] row : v) {
      subtractSquares(variance, row);
    }
    return new PoolPosterior(kernel, pool, mean, variance, v);
  }

  private static void subtractSquares(double[] variance, double[] row) {
    for (int c = 0; c < row.length; c++) {
      variance[c] -= row[c] * row[c];
    }
  }

  public int size() {
    return mean.length;
  }

  public double mean(int candidate) {
    return mean[candidate];
  }

  /** At least 1e-12. */
  public double variance(int candidate) {
    return Math.max(SMALLEST_VARIANCE, variance[candidate]);
  }

  public double deviation(int candidate) {
    return Math.sqrt(variance(candidate));
  }

  /** Given one more observation {@code y} at a candidate; hyper-parameters as they are. */
  public PoolPosterior given(int candidate, double y, double noiseVariance) {
    double pivot = Math.sqrt(variance(candidate) + noiseVariance);
    double[] row = kernel.covariance(pool.select(candidate), pool)[0];
    for (double[] known : v) {
      double factor = known[candidate];
      for (int c = 0; c < row.length; c++) {
        row[c] -= factor * known[c];
      }
    }
    double step = (y - mean[candidate]) / pivot;
    double[] newMean = mean.clone();
    double[] newVariance = variance.clone();
    for (int c = 0; c < row.length; c++) {
      row[c] /= pivot;
      newMean[c] += row[c] * step;
      newVariance[c] -= row[c] * row[c];
    }
    double[][] longer = Arrays.copyOf(v, v.length + 1);
    longer[v.length] = row;
    return new PoolPosterior(kernel, pool, newMean, newVariance, longer);
  }
}
