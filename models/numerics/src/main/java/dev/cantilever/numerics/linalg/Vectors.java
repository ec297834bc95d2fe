package dev.cantilever.numerics.linalg;

/** Sums of products for one right-hand side, in the order of {@link Rows}. */
final class Vectors {

  private Vectors() {}

  /** {@code value − Σ_{k<count} a_k b_k}. */
  static double minusProduct(double value, double[] a, double[] b, int count) {
    double rest = value;
    int k = 0;
    for (; k + Rows.GROUP <= count; k += Rows.GROUP) {
      rest -= (a[k] * b[k] + a[k + 1] * b[k + 1]) + (a[k + 2] * b[k + 2] + a[k + 3] * b[k + 3]);
    }
    for (; k < count; k++) {
      rest -= a[k] * b[k];
    }
    return rest;
  }

  /** {@code x ← U⁻ᵀ x}, from the first group of rows to the last. */
  static void forward(double[][] u, double[] x) {
    Rows rows = new Rows(u);
    for (int begin = 0; begin < u.length; begin += Rows.GROUP) {
      int end = Math.min(u.length, begin + Rows.GROUP);
      for (int i = begin; i < end; i++) {
        for (int k = begin; k < i; k++) {
          x[i] -= u[k][i] * x[k];
        }
        x[i] /= u[i][i];
      }
      if (end < u.length) {
        rows.subtractGroup(x, x, begin, end, u.length);
      }
    }
  }

  /** {@code x ← L⁻ᵀ x}, from the last group of rows to the first. */
  static void backward(double[][] l, double[] x) {
    Rows rows = new Rows(l);
    int end = l.length;
    while (end > 0) {
      int begin = (end - 1) / Rows.GROUP * Rows.GROUP;
      for (int i = end - 1; i >= begin; i--) {
        for (int k = i + 1; k < end; k++) {
          x[i] -= l[k][i] * x[k];
        }
        x[i] /= l[i][i];
      }
      rows.subtractFrom(x, x, begin, end, 0, begin);
      end = begin;
    }
  }
}
