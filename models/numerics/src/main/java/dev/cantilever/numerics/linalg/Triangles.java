package dev.cantilever.numerics.linalg;

import java.util.Arrays;

/**
 * A lower triangle and its transpose, both by rows: what runs along a row of either has independent
 * lanes.
 *
 * @param lower row i has its values at indices 0 to i
 * @param upper row i has its values at indices from i on
 */
@SuppressWarnings("ArrayRecordComponent") // shared within the package for speed
record Triangles(double[][] lower, double[][] upper) {

  int size() {
    return lower.length;
  }

  /** With one more row below. */
  Triangles plus(double[] row) {
    int n = size();
    double[][] longer = Arrays.copyOf(lower, n + 1);
    longer[n] = row;
    double[][] wider = new double[n + 1][];
    wider[n] = new double[Rows.aligned(n + 1)];
    for (int i = 0; i < n; i++) {
      wider[i] = Arrays.copyOf(upper[i], Rows.aligned(n + 1));
      wider[i][n] = row[i];
    }
    wider[n][n] = row[n];
    return new Triangles(longer, wider);
  }
}
