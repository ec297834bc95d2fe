package dev.cantilever.numerics.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;

/** Matrices for tests, and the plain loops that define what blocked ones must give. */
final class Matrices {

  /** Around the sizes of groups (4), blocks (64) and tiles (512). */
  static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 63, 64, 65, 130, 515};

  private Matrices() {}

  static void assertEqualBits(double[] found, double[] expected) {
    int at = Arrays.mismatch(found, expected);
    assertThat(at).as("first index that differs, of %d", expected.length).isEqualTo(-1);
  }

  /** Covariance of n random points in the unit square, with a nugget, as a lower triangle. */
  static double[][] covariance(int n) {
    RandomStream stream = RandomStream.of(n, "covariance");
    double[] x = values(stream, n);
    double[] y = values(stream, n);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        rows[i][j] = StrictMath.exp(-3 * (dx * dx + dy * dy));
      }
      rows[i][i] = 1.01;
    }
    return rows;
  }

  static double[] values(RandomStream stream, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = stream.nextDouble();
    }
    return values;
  }

  static double[][] rightHandSides(int n, int columns) {
    RandomStream stream = RandomStream.of(columns, "right-hand sides");
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = values(stream, columns);
    }
    return rows;
  }

  static double[] column(double[][] rows, int c) {
    double[] column = new double[rows.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = rows[i][c];
    }
    return column;
  }

  /** Row-major, both triangles. */
  static double[] full(double[][] lower) {
    int n = lower.length;
    double[] full = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        full[i * n + j] = lower[i][j];
        full[j * n + i] = lower[i][j];
      }
    }
    return full;
  }

  /** {@code x ← L⁻¹x}, value by value. */
  static void plainForward(double[][] l, double[] x) {
    for (int i = 0; i < l.length; i++) {
      x[i] = Vectors.minusProduct(x[i], l[i], x, i) / l[i][i];
    }
  }

  /** L, one value after the other, without blocks. */
  static double[][] plainFactor(double[][] lower) {
    int n = lower.length;
    double[][] l = new double[n][];
    for (int i = 0; i < n; i++) {
      l[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        l[i][j] = minusProducts(lower[i][j], l[i], l[j], 0, j) / l[j][j];
      }
      l[i][i] = Math.sqrt(minusProducts(lower[i][i], l[i], l[i], 0, i));
    }
    return l;
  }

  /** The lower triangle of the inverse, one value after the other, without blocks. */
  static double[][] plainInverse(double[][] l) {
    int n = l.length;
    double[][] columnsOfW = new double[n][n];
    for (int c = 0; c < n; c++) {
      for (int i = c; i < n; i++) {
        double unit = i == c ? 1 : 0;
        columnsOfW[c][i] = minusProducts(unit, l[i], columnsOfW[c], c / 4 * 4, i) / l[i][i];
      }
    }
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      inverse[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        inverse[i][j] = -minusProducts(0, columnsOfW[i], columnsOfW[j], i, n);
      }
    }
    return inverse;
  }

  /** The order of summation: whole groups of four aligned to multiples of four, else singly. */
  private static double minusProducts(double value, double[] a, double[] b, int from, int to) {
    double rest = value;
    int k = from;
    while (k < to) {
      if (k % 4 == 0 && k + 4 <= to) {
        double left = a[k] * b[k] + a[k + 1] * b[k + 1];
        rest -= left + (a[k + 2] * b[k + 2] + a[k + 3] * b[k + 3]);
        k += 4;
      } else {
        rest -= a[k] * b[k];
        k++;
      }
    }
    return rest;
  }
}
