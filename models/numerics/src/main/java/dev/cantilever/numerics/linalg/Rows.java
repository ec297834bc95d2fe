package dev.cantilever.numerics.linalg;

/**
 * Subtracting multiples of rows from a row, four at a time: independent lanes that the compiler
 * vectorises, in one fixed order of summation.
 */
final class Rows {

  private Rows() {}

  /**
   * {@code row −= Σ factors[i] · others[i]} over columns {@code from} to {@code to}, exclusive.
   *
   * @param count how many of the others
   */
  static void subtract(
      double[] row, double[] factors, double[][] others, int count, int from, int to) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      subtract4(row, factors, others, i, from, to);
    }
    for (; i < count; i++) {
      subtract1(row, factors[i], others[i], from, to);
    }
  }

  private static void subtract4(
      double[] row, double[] factors, double[][] others, int i, int from, int to) {
    double f0 = factors[i];
    double f1 = factors[i + 1];
    double f2 = factors[i + 2];
    double f3 = factors[i + 3];
    double[] r0 = others[i];
    double[] r1 = others[i + 1];
    double[] r2 = others[i + 2];
    double[] r3 = others[i + 3];
    for (int c = from; c < to; c++) {
      row[c] -= (f0 * r0[c] + f1 * r1[c]) + (f2 * r2[c] + f3 * r3[c]);
    }
  }

  private static void subtract1(double[] row, double factor, double[] other, int from, int to) {
    for (int c = from; c < to; c++) {
      row[c] -= factor * other[c];
    }
  }
}
