package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A {@link SparsePosterior} over a pool. Each made-up observation at a candidate c takes {@code t
 * tᵀ} from the covariance, with {@code t = cov(·, c) / √(var c + noise)}.
 */
final class SparsePool implements PoolPosterior {

  private final IntFunction<double[]> covariance;
  private final double[] mean;
  private final double[] variance;
  private final List<double[]> taken;

  /**
   * Over N candidates.
   *
   * @param covariance of one candidate with every candidate, before anything is taken from it
   * @param taken rows of N whose products are taken from it
   */
  SparsePool(
      IntFunction<double[]> covariance, double[] mean, double[] variance, List<double[]> taken) {
    this.covariance = covariance;
    this.mean = mean;
    this.variance = variance;
    this.taken = List.copyOf(taken);
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
    double[] row = covariance.apply(candidate);
    for (double[] known : taken) {
      RowSums.addRow(row, -known[candidate], known);
    }
    return row;
  }

  @Override
  public SparsePool given(int candidate, double y, double noiseVariance) {
    Noise.requireObservation(y, noiseVariance);
    double pivot = Math.sqrt(variance(candidate) + noiseVariance);
    double[] row = covarianceWith(candidate);
    for (int c = 0; c < row.length; c++) {
      row[c] /= pivot;
    }
    double[] newMean = mean.clone();
    RowSums.addRow(newMean, (y - mean[candidate]) / pivot, row);
    double[] newVariance = variance.clone();
    RowSums.addSquares(newVariance, -1, row);
    List<double[]> more = new ArrayList<>(taken);
    more.add(row);
    return new SparsePool(covariance, newMean, newVariance, more);
  }
}
