package dev.cantilever.numerics.linalg;

import java.util.Optional;

/**
 * {@code A = UᵀU = L Lᵀ} as the forward substitution {@code U = L⁻¹A} that finds L on its way,
 * since {@code l_ik = u_ki} (Golub and Van Loan, Matrix Computations, 4th edition 2013, section
 * 4.2). U is kept by rows, because along a row of it lanes are independent.
 */
final class Factorisation extends ForwardSubstitution {

  private final double[][] u;
  private final double[][] l;

  private Factorisation(double[][] u, double[][] l) {
    super(l, u, Shape.UPPER);
    this.u = u;
    this.l = l;
  }

  /**
   * The rows of L and of U; empty where a pivot is not positive and finite.
   *
   * @param lower rows of the lower triangle of A; unchanged
   * @param jitter added to the diagonal
   */
  static Optional<Triangles> of(double[][] lower, double jitter) {
    double[][] u = Triangle.transposed(lower);
    for (int i = 0; i < u.length; i++) {
      u[i][i] += jitter;
    }
    double[][] l = Triangle.zeros(u.length);
    return new Factorisation(u, l).succeeds() ? Optional.of(new Triangles(l, u)) : Optional.empty();
  }

  private boolean succeeds() {
    int n = u.length;
    for (int begin = 0; begin < n; begin += Rows.BLOCK) {
      int end = Math.min(n, begin + Rows.BLOCK);
      Triangle.transpose(u, l, begin, end);
      for (int from = begin; from < n; from += Rows.TILE) {
        if (!block(begin, end, from, Math.min(n, from + Rows.TILE))) {
          return false;
        }
      }
    }
    return true;
  }

  /** In the tile that holds the diagonal: first the pivot, last the column of L below it. */
  @Override
  boolean complete(int i, int from, int to, int end) {
    if (from > i) {
      return super.complete(i, from, to, end);
    }
    double pivot = u[i][i];
    if (!(pivot > 0) || Double.isInfinite(pivot)) {
      return false;
    }
    l[i][i] = Math.sqrt(pivot);
    u[i][i] = l[i][i];
    Rows.divide(u[i], l[i][i], i + 1, to);
    for (int j = i + 1; j < end; j++) {
      l[j][i] = u[i][j];
    }
    return true;
  }
}
