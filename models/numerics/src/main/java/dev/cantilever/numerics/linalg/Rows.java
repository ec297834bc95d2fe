package dev.cantilever.numerics.linalg;

/**
 * Rows of which multiples are subtracted from other rows: independent lanes that the compiler
 * vectorises, in one fixed order of summation.
 *
 * <p>Row {@code k} belongs to the group {@code k / 4}. A whole group is subtracted as {@code (f₀r₀
 * + f₁r₁) + (f₂r₂ + f₃r₃)}, rows of a group that takes part incompletely one at a time, all by
 * rising {@code k}. Blocks end where groups end, so the order does not depend on how a matrix is
 * cut into blocks.
 *
 * <p>Tried and rejected: eight rows at once, or two targets at once. The loop then exceeds the size
 * up to which HotSpot vectorises it (its LoopUnrollLimit), and is three times slower.
 */
final class Rows {

  /** Rows that are subtracted together. */
  static final int GROUP = 4;

  /** Rows of a block, to all of which a group is applied while it is in the nearest cache. */
  static final int BLOCK = 64;

  /** Columns of a tile: of a block 256 KiB, of a group 16 KiB. */
  static final int TILE = 512;

  private static final int LINE = 8;
  private static final int HEADER = 2;

  private final double[][] rows;

  Rows(double[][] rows) {
    this.rows = rows;
  }

  /**
   * The length, at least {@code n}, at which an array with its header fills whole cache lines, so
   * that rows allocated one after the other lie alike towards vectors. A fifth faster; wherever an
   * array may lie, the values are the same.
   */
  static int aligned(int n) {
    return Math.ceilDiv(n + HEADER, LINE) * LINE - HEADER;
  }

  /**
   * {@code target −= Σ factors[k] · rows[k]} over columns {@code from} to {@code to}, for {@code k}
   * from {@code first} to {@code last}; both ends exclusive.
   */
  void subtractFrom(double[] target, double[] factors, int first, int last, int from, int to) {
    int k = first;
    for (; k < last && k % GROUP != 0; k++) {
      subtract(target, factors[k], rows[k], from, to);
    }
    for (; k + GROUP <= last; k += GROUP) {
      subtractGroup(target, factors, k, from, to);
    }
    for (; k < last; k++) {
      subtract(target, factors[k], rows[k], from, to);
    }
  }

  /** The same for the one whole group that begins at {@code k}. */
  void subtractGroup(double[] target, double[] factors, int k, int from, int to) {
    double f0 = factors[k];
    double f1 = factors[k + 1];
    double f2 = factors[k + 2];
    double f3 = factors[k + 3];
    double[] r0 = rows[k];
    double[] r1 = rows[k + 1];
    double[] r2 = rows[k + 2];
    double[] r3 = rows[k + 3];
    for (int c = from; c < to; c++) {
      target[c] -= (f0 * r0[c] + f1 * r1[c]) + (f2 * r2[c] + f3 * r3[c]);
    }
  }

  private static void subtract(double[] target, double factor, double[] row, int from, int to) {
    for (int c = from; c < to; c++) {
      target[c] -= factor * row[c];
    }
  }

  static void divide(double[] row, double divisor, int from, int to) {
    for (int c = from; c < to; c++) {
      row[c] /= divisor;
    }
  }
}
