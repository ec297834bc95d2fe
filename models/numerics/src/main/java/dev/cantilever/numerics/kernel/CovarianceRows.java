package dev.cantilever.numerics.kernel;

/** Covariances between two sets of points, one row at a time. */
@FunctionalInterface
public interface CovarianceRows {

  /** Writes {@code k(x_i, z_j)} for j below {@code count} to the beginning of {@code into}. */
  void row(int i, int count, double[] into);
}
