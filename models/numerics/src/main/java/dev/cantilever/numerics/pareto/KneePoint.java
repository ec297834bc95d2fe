package dev.cantilever.numerics.pareto;

import java.util.stream.IntStream;

/**
 * Where a front bends most: the point farthest, towards the ideal, from the hyperplane through the
 * extreme points, with every objective scaled to [0, 1] over the front (Das, Struct. Optim. 18
 * (1999) 107, doi:10.1007/BF01195985). Beyond it a little more of one objective costs much of
 * another.
 *
 * <p>The extreme of an objective is the first point that has the most of it. Where the extremes do
 * not span a hyperplane that faces the ideal, as when one point is the extreme of two objectives,
 * {@code Σ_k y_k = 1} takes its place; with two objectives that is the line through the extremes in
 * any case. Objectives without range on the front are left out.
 *
 * @param point which point of the front
 * @param distance from the hyperplane in scaled units; above 0 where the front bulges towards the
 *     ideal, 0 at the extremes, so that the first of these is the knee of a hollow front
 */
public record KneePoint(int point, double distance) {

  /**
   * The knee of a front, the first of equals; a lone point is its own.
   *
   * @throws IllegalArgumentException for an empty front
   */
  public static KneePoint of(Front front) {
    if (front.size() == 0) {
      throw new IllegalArgumentException("an empty front has no knee; measure something first");
    }
    double[][] scaled = scaled(front.toArray());
    double[] normal = Hyperplane.throughExtremes(scaled);
    KneePoint knee = new KneePoint(0, Hyperplane.distance(scaled[0], normal));
    for (int i = 1; i < scaled.length; i++) {
      double distance = Hyperplane.distance(scaled[i], normal);
      if (distance > knee.distance()) {
        knee = new KneePoint(i, distance);
      }
    }
    return knee;
  }

  private static double[][] scaled(double[][] points) {
    Spread spread = Spread.of(points);
    int[] varied = IntStream.range(0, points[0].length).filter(k -> spread.range(k) > 0).toArray();
    double[][] scaled = new double[points.length][varied.length];
    for (int i = 0; i < points.length; i++) {
      for (int k = 0; k < varied.length; k++) {
        scaled[i][k] = spread.position(varied[k], points[i][varied[k]]);
      }
    }
    return scaled;
  }
}
