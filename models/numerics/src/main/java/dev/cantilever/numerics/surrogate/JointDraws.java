package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.random.RandomStream;

/** Draws of a function at several points together, by the factor of their covariance. */
public final class JointDraws {

  private JointDraws() {}

  /**
   * Independent draws.
   *
   * @param points m of them; the work grows with m³
   * @return {@code count × m}
   */
  public static double[][] of(Posterior posterior, Points points, int count, RandomStream stream) {
    double[][] normals = new double[count][points.size()];
    for (double[] row : normals) {
      for (int i = 0; i < row.length; i++) {
        row[i] = stream.nextNormal();
      }
    }
    return from(posterior.at(points), posterior.covariance(points), normals);
  }

  /**
   * Draws from given normal numbers, {@code μ + L z}.
   *
   * @param covariance m × m
   * @param normals {@code count × m}
   */
  public static double[][] from(Moments moments, double[][] covariance, double[][] normals) {
    int m = moments.size();
    double[] flat = new double[m * m];
    for (int i = 0; i < m; i++) {
      System.arraycopy(covariance[i], 0, flat, i * m, m);
      flat[i * m + i] = Math.max(flat[i * m + i], Moments.SMALLEST_VARIANCE);
    }
    Cholesky factor = Cholesky.factor(flat, m);
    double[][] draws = new double[normals.length][];
    for (int s = 0; s < draws.length; s++) {
      draws[s] = factor.times(normals[s]);
      for (int i = 0; i < m; i++) {
        draws[s][i] += moments.mean().get(i);
      }
    }
    return draws;
  }
}
