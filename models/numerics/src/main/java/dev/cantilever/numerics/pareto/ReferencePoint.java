package dev.cantilever.numerics.pareto;

import dev.cantilever.vocabulary.reading.Series;

/**
 * The corner from which hypervolume is measured: outcomes not above it in every objective count for
 * nothing.
 *
 * @param values one number within ±1e50 for each objective
 */
public record ReferencePoint(Series values) {

  private static final double MARGIN = 0.1;

  public ReferencePoint {
    Outcomes.checked("reference point", new double[][] {values.toArray()});
  }

  /** The point of these coordinates. */
  public static ReferencePoint of(double... values) {
    return new ReferencePoint(Series.of(values));
  }

  /**
   * Below the front: in every objective the worst on the front minus a tenth of its range there, so
   * that the ends of the front count too. Where the front has no range, as with one point, a tenth
   * of the value's size takes its place, or 0.1 for a value of 0.
   *
   * @throws IllegalArgumentException for an empty front
   */
  public static ReferencePoint below(Front front) {
    if (front.size() == 0) {
      throw new IllegalArgumentException(
          "an empty front has no worst point; give the reference point yourself");
    }
    Spread spread = Spread.of(front.toArray());
    double[] values = new double[front.objectives()];
    for (int k = 0; k < values.length; k++) {
      double worst = spread.lowest(k);
      double size = spread.range(k) > 0 ? spread.range(k) : worst != 0 ? Math.abs(worst) : 1;
      values[k] = worst - MARGIN * size;
    }
    return of(values);
  }

  /** The coordinates, where they are those of so many objectives. */
  double[] coordinates(int objectives) {
    if (values.size() != objectives) {
      throw new IllegalArgumentException(
          "the reference point has %d objectives, but the front has %d"
              .formatted(values.size(), objectives));
    }
    return values.toArray();
  }
}
