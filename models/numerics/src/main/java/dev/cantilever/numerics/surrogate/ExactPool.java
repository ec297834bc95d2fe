package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import java.util.Arrays;

/** Over the pool, with {@code V = L⁻¹ K_*} kept: (n + 2) numbers per candidate. */
final class ExactPool implements PoolPosterior {

  private final Kernel kernel;
  private final Points pool;
  private final double[] mean;
  private final double[] variance;
  private final double[][] v;

  private ExactPool(Kernel kernel, Points pool, double[] mean, double[] variance, double[][] v) {
    this.kernel = kernel;
    this.pool = pool;
    this.mean = mean;
    this.variance = variance;
    this.v = v;
  }

  static ExactPool of(Kernel kernel, Points pool, double[] mean, double[][] v) {
    double[] variance = kernel.variances(pool);
    for (double[] row : v) {
      subtractSquares(variance, row);
    }
    return new ExactPool(kernel, pool, mean, variance, v);
  }

  static void subtractSquares(double[] variance, double[] row) {
    for (int c = 0; c < row.length; c++) {
      variance[c] -= row[c] * row[c];
    }
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
    double[] row = kernel.covariance(pool.select(candidate), pool)[0];
    for (double[] known : v) {
      double factor = known[candidate];
      for (int c = 0; c < row.length; c++) {
        row[c] -= factor * known[c];
      }
    }
    return row;
  }

  @Override
  public ExactPool given(int candidate, double y, double noiseVariance) {
    double pivot = Math.sqrt(variance(candidate) + noiseVariance);
    double[] row = covarianceWith(candidate);
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
    return new ExactPool(kernel, pool, newMean, newVariance, longer);
  }
}
