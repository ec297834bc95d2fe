package dev.cantilever.numerics.linalg;

/**
 * {@code X ← L⁻¹X} in place, {@code x_i ← (x_i − Σ_{k<i} l_ik x_k) / l_ii}, a block of rows and a
 * tile of columns at a time.
 */
class ForwardSubstitution {

  /** Where X has values. */
  enum Shape {
    /** Everywhere. */
    FULL,
    /** In row i from column i on. */
    UPPER,
    /** In row i up to column i; zeros from there to the end of the group that i belongs to. */
    LOWER
  }

  private final double[][] l;
  private final double[][] x;
  private final Rows rows;
  private final Shape shape;

  ForwardSubstitution(double[][] l, double[][] x, Shape shape) {
    this.l = l;
    this.x = x;
    this.rows = new Rows(x);
    this.shape = shape;
  }

  /** All rows, over the first columns of a full X. */
  final void solve(int columns) {
    for (int begin = 0; begin < l.length; begin += Rows.BLOCK) {
      block(begin, Math.min(l.length, begin + Rows.BLOCK), 0, columns);
    }
  }

  /**
   * Rows {@code begin} to {@code end} over columns {@code from} to {@code to}, when all earlier
   * rows are done there; false where a row cannot be completed.
   */
  final boolean block(int begin, int end, int from, int to) {
    for (int k = shape == Shape.LOWER ? from : 0; k < begin; k += Rows.GROUP) {
      subtractGroup(k, begin, end, from, to);
    }
    for (int group = begin; group < end; group += Rows.GROUP) {
      int next = Math.min(end, group + Rows.GROUP);
      for (int i = group; i < next; i++) {
        rows.subtractFrom(x[i], l[i], group, i, first(i, from), last(group, to));
        if (!complete(i, first(i, from), last(group, to), end)) {
          return false;
        }
      }
      if (next < end) {
        subtractGroup(group, next, end, from, to);
      }
    }
    return true;
  }

  private void subtractGroup(int k, int begin, int end, int from, int to) {
    for (int i = begin; i < end; i++) {
      rows.subtractGroup(x[i], l[i], k, first(i, from), last(k, to));
    }
  }

  private int first(int i, int from) {
    return shape == Shape.UPPER ? Math.max(from, i) : from;
  }

  private int last(int group, int to) {
    return shape == Shape.LOWER ? Math.min(to, group + Rows.GROUP) : to;
  }

  /**
   * The last step for row {@code i}, over columns {@code from} to {@code to}; false where it is
   * impossible.
   *
   * @param end of the block that the row belongs to
   */
  boolean complete(int i, int from, int to, int end) {
    Rows.divide(x[i], l[i][i], from, to);
    return true;
  }
}
