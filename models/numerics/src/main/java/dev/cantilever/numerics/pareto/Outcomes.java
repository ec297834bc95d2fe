package dev.cantilever.numerics.pareto;

/**
 * Outcome vectors as they come in: n rows of m numbers within ±1e50, so that no product of six
 * differences leaves the range of a double.
 */
final class Outcomes {

  private static final double LARGEST = 1e50;

  private Outcomes() {}

  /** A copy of the rows, all as long as the first. */
  static double[][] checked(String what, double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new IllegalArgumentException(
          "at least one %s with at least one objective is needed".formatted(what));
    }
    return checked(what, rows, rows[0].length);
  }

  /** A copy of the rows, each of so many objectives. */
  static double[][] checked(String what, double[][] rows, int objectives) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = checked(what + " " + i, rows[i], objectives);
    }
    return copy;
  }

  /** A copy of one row; a zero loses its sign, so that zeros tie. */
  static double[] checked(String what, double[] row, int objectives) {
    if (row.length != objectives) {
      throw new IllegalArgumentException(
          "%s has %d objectives, but %d are expected".formatted(what, row.length, objectives));
    }
    double[] copy = new double[objectives];
    for (int k = 0; k < objectives; k++) {
      if (!(Math.abs(row[k]) <= LARGEST)) {
        throw new IllegalArgumentException(
            "%s has objective %d = %s, which must lie within ±1e50; scale it, or leave it out if it failed"
                .formatted(what, k, row[k]));
      }
      copy[k] = row[k] + 0.0;
    }
    return copy;
  }

  /** A copy of standard deviations, at least 0. */
  static double[][] checkedDeviations(double[][] rows, int objectives) {
    double[][] copy = checked("deviation", rows, objectives);
    for (int i = 0; i < copy.length; i++) {
      for (int k = 0; k < objectives; k++) {
        if (copy[i][k] < 0) {
          throw new IllegalArgumentException(
              "deviation %d of objective %d is %s, but must be at least 0"
                  .formatted(i, k, copy[i][k]));
        }
      }
    }
    return copy;
  }
}
