package dev.cantilever.numerics.linalg;

/** Triangular matrices as rows: row {@code i} of a lower one has at least {@code i + 1} values. */
final class Triangle {

  /** Rows that are transposed together: as many values as a cache line has. */
  private static final int STRIP = 8;

  private Triangle() {}

  static double[][] zeros(int n) {
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[Rows.aligned(i + 1)];
    }
    return rows;
  }

  /** The unit matrix, each row with room up to the end of its group. */
  static double[][] identity(int n) {
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[Rows.aligned(i / Rows.GROUP * Rows.GROUP + Rows.GROUP)];
      rows[i][i] = 1;
    }
    return rows;
  }

  /** The upper triangle; below the diagonal its rows mean nothing. */
  static double[][] transposed(double[][] lower) {
    int n = lower.length;
    double[][] upper = new double[n][Rows.aligned(n)];
    for (int strip = 0; strip < n; strip += STRIP) {
      int stop = Math.min(n, strip + STRIP);
      for (int k = 0; k < stop; k++) {
        for (int i = Math.max(k, strip); i < stop; i++) {
          upper[k][i] = lower[i][k];
        }
      }
    }
    return upper;
  }

  /** {@code lower_ik ← upper_ki} for {@code begin ≤ i < end} and {@code k < begin}. */
  static void transpose(double[][] upper, double[][] lower, int begin, int end) {
    for (int strip = begin; strip < end; strip += STRIP) {
      int stop = Math.min(end, strip + STRIP);
      for (int k = 0; k < begin; k++) {
        for (int i = strip; i < stop; i++) {
          lower[i][k] = upper[k][i];
        }
      }
    }
  }
}
