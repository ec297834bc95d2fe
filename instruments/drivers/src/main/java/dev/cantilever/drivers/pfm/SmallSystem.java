package dev.cantilever.drivers.pfm;

import java.util.Optional;

/** Cholesky's factor of a symmetric positive definite system of a few unknowns. */
final class SmallSystem {

  private final int n;
  private final double[][] factor;

  private SmallSystem(double[][] factor) {
    this.n = factor.length;
    this.factor = factor;
  }

  /** Nothing where the matrix is not positive definite; the matrix is overwritten. */
  static Optional<SmallSystem> factorized(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        if (i == j) {
          if (!(sum > 0)) {
            return Optional.empty();
          }
          matrix[i][i] = Math.sqrt(sum);
        } else {
          matrix[i][j] = sum / matrix[j][j];
        }
      }
    }
    return Optional.of(new SmallSystem(matrix));
  }

  double[] solve(double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= factor[i][k] * x[k];
      }
      x[i] /= factor[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= factor[k][i] * x[k];
      }
      x[i] /= factor[i][i];
    }
    return x;
  }

  double[][] inverse() {
    double[][] columns = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      columns[i] = solve(unit);
    }
    return columns;
  }
}
