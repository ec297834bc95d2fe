package dev.cantilever.numerics.sparse;

/**
 * Products of matrices as sums of multiples of rows: independent lanes that the compiler
 * vectorises. Rows are added four at a time as {@code (f₀r₀ + f₁r₁) + (f₂r₂ + f₃r₃)} by rising
 * number, the rest one by one, so that the order of summation is fixed.
 */
final class RowSums {

  private static final int GROUP = 4;

  /** Targets to which a group is applied while it is in the nearest cache. */
  private static final int BLOCK = 64;

  private RowSums() {}

  /**
   * {@code target_i += Σ_k factors_ik rows_k}, over the columns that both have.
   *
   * @param factors a row for each target, each of at least as many values as there are rows
   * @param rows of equal length
   */
  static void add(double[][] targets, double[][] factors, double[][] rows) {
    for (int begin = 0; begin < targets.length; begin += BLOCK) {
      int end = Math.min(targets.length, begin + BLOCK);
      int k = 0;
      for (; k + GROUP <= rows.length; k += GROUP) {
        for (int i = begin; i < end; i++) {
          addGroup(targets[i], factors[i], rows, k);
        }
      }
      for (; k < rows.length; k++) {
        for (int i = begin; i < end; i++) {
          addRow(targets[i], factors[i][k], rows[k]);
        }
      }
    }
  }

  private static void addGroup(double[] target, double[] factors, double[][] rows, int k) {
    double f0 = factors[k];
    double f1 = factors[k + 1];
    double f2 = factors[k + 2];
    double f3 = factors[k + 3];
    double[] r0 = rows[k];
    double[] r1 = rows[k + 1];
    double[] r2 = rows[k + 2];
    double[] r3 = rows[k + 3];
    int width = Math.min(target.length, r0.length);
    for (int c = 0; c < width; c++) {
      target[c] += (f0 * r0[c] + f1 * r1[c]) + (f2 * r2[c] + f3 * r3[c]);
    }
  }

  /** {@code target += factor · row}, over the columns that both have. */
  static void addRow(double[] target, double factor, double[] row) {
    int width = Math.min(target.length, row.length);
    for (int c = 0; c < width; c++) {
      target[c] += factor * row[c];
    }
  }

  /** {@code Σ a_k b_k}, over the values that both have. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < Math.min(a.length, b.length); k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** {@code totals_c += sign · row_c²}. */
  static void addSquares(double[] totals, double sign, double[] row) {
    for (int c = 0; c < totals.length; c++) {
      totals[c] += sign * (row[c] * row[c]);
    }
  }

  static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = rows[i][c];
      }
    }
    return columns;
  }
}
