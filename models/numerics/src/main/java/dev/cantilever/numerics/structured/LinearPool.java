package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link LinearPosterior} over a pool. Each made-up observation at a candidate c takes {@code u
 * uᵀ} from the covariance, with {@code u = cov(·, c) / √(var c + noise)}.
 */
final class LinearPool implements PoolPosterior {

  private final PoolPosterior process;
  private final double[][] unexplained;
  private final Cholesky precision;
  private final double[] mean;
  private final double[] variance;
  private final List<double[]> taken;

  private LinearPool(LinearPool origin, double[] mean, double[] variance, List<double[]> taken) {
    this(origin.process, origin.unexplained, origin.precision, mean, variance, taken);
  }

  private LinearPool(
      PoolPosterior process,
      double[][] unexplained,
      Cholesky precision,
      double[] mean,
      double[] variance,
      List<double[]> taken) {
    this.process = process;
    this.unexplained = unexplained;
    this.precision = precision;
    this.mean = mean;
    this.variance = variance;
    this.taken = List.copyOf(taken);
  }

  static LinearPool of(
      PoolPosterior process, Moments moments, double[][] unexplained, Cholesky precision) {
    return new LinearPool(
        process,
        unexplained,
        precision,
        moments.mean().toArray(),
        moments.variance().toArray(),
        List.of());
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
    double[] row = process.covarianceWith(candidate);
    double[] weights = precision.solve(unexplained[candidate]);
    for (int c = 0; c < row.length; c++) {
      row[c] += LinearPosterior.dot(unexplained[c], weights);
    }
    for (double[] u : taken) {
      for (int c = 0; c < row.length; c++) {
        row[c] -= u[candidate] * u[c];
      }
    }
    return row;
  }

  @Override
  public LinearPool given(int candidate, double y, double noiseVariance) {
    double pivot = Math.sqrt(variance(candidate) + noiseVariance);
    double[] u = covarianceWith(candidate);
    double step = (y - mean[candidate]) / pivot;
    double[] newMean = mean.clone();
    double[] newVariance = variance.clone();
    for (int c = 0; c < u.length; c++) {
      u[c] /= pivot;
      newMean[c] += u[c] * step;
      newVariance[c] -= u[c] * u[c];
    }
    List<double[]> more = new ArrayList<>(taken);
    more.add(u);
    return new LinearPool(this, newMean, newVariance, more);
  }
}
