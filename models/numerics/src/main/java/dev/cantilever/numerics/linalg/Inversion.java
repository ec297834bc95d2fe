package dev.cantilever.numerics.linalg;

import dev.cantilever.numerics.linalg.ForwardSubstitution.Shape;

/**
 * {@code A⁻¹ = WᵀW} with {@code W = L⁻¹}: of both the lower triangle only, n³/3 operations each.
 */
final class Inversion {

  private final double[][] w;
  private final Rows rows;
  private final double[][] product;

  /** For each row i of a block the multiples {@code −w_ki} that make up row i of the product. */
  private final double[][] factors;

  private Inversion(double[][] w) {
    this.w = w;
    this.rows = new Rows(w);
    this.product = Triangle.zeros(w.length);
    this.factors = new double[Math.min(w.length, Rows.BLOCK)][w.length];
  }

  /** Rows of the lower triangle of {@code (L Lᵀ)⁻¹}. */
  static double[][] of(double[][] l) {
    Inversion inversion = new Inversion(inverse(l));
    inversion.multiply();
    return inversion.product;
  }

  private static double[][] inverse(double[][] l) {
    int n = l.length;
    double[][] w = Triangle.identity(n);
    ForwardSubstitution substitution = new ForwardSubstitution(l, w, Shape.LOWER);
    for (int begin = 0; begin < n; begin += Rows.BLOCK) {
      int end = Math.min(n, begin + Rows.BLOCK);
      for (int from = 0; from < end; from += Rows.TILE) {
        substitution.block(begin, end, from, Math.min(end, from + Rows.TILE));
      }
    }
    return w;
  }

  private void multiply() {
    int n = w.length;
    for (int begin = 0; begin < n; begin += Rows.BLOCK) {
      int end = Math.min(n, begin + Rows.BLOCK);
      gather(begin, end);
      for (int from = 0; from < end; from += Rows.TILE) {
        block(begin, end, from, Math.min(end, from + Rows.TILE));
      }
    }
  }

  private void gather(int begin, int end) {
    for (int k = begin; k < w.length; k++) {
      for (int i = begin; i < Math.min(end, k + 1); i++) {
        factors[i - begin][k] = -w[k][i];
      }
    }
  }

  /** {@code Σ_{k≥i} w_ki w_k} for the rows i of a block. */
  private void block(int begin, int end, int from, int to) {
    for (int k = begin; k < w.length; k += Rows.GROUP) {
      int next = Math.min(w.length, k + Rows.GROUP);
      for (int i = begin; i < Math.min(end, next); i++) {
        double[] multiples = factors[i - begin];
        rows.subtractFrom(product[i], multiples, Math.max(i, k), next, from, Math.min(to, i + 1));
      }
    }
  }
}
