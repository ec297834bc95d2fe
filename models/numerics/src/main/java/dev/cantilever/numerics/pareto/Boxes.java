package dev.cantilever.numerics.pareto;

import java.util.List;

/**
 * All that lies above a corner and is not dominated by a front, cut into boxes that do not overlap:
 * n + 1 of them for a front of n points and two objectives, at most 2n + 1 for three.
 *
 * <p>Where boxes begin and end are <em>levels</em>: in each objective, level 0 is the corner, then
 * come the coordinates of the points, and the last is infinity. The volume that an outcome y adds
 * is {@code Σ_boxes Π_k (e_k(lower) − e_k(upper))} with the excess {@code e_k(a) = max(y_k − a,
 * 0)}; for independent random objectives its expectation takes its place.
 */
final class Boxes {

  static final int CORNER = 0;

  private final double[][] levels;
  private final int[][] lower;
  private final int[][] upper;

  private Boxes(double[][] levels, List<Box> boxes) {
    this.levels = levels;
    this.lower = new int[levels.length][boxes.size()];
    this.upper = new int[levels.length][boxes.size()];
    for (int k = 0; k < levels.length; k++) {
      for (int b = 0; b < boxes.size(); b++) {
        lower[k][b] = boxes.get(b).from()[k];
        upper[k][b] = boxes.get(b).to()[k];
      }
    }
  }

  /** From one level to another in every objective. */
  record Box(int[] from, int[] to) {}

  /** Boxes over the points of a front of one to three objectives. */
  static Boxes over(double[][] points, double[] corner) {
    double[][] above = Hypervolume.above(points, corner);
    double[][] levels = new double[corner.length][above.length + 2];
    for (int k = 0; k < corner.length; k++) {
      levels[k][CORNER] = corner[k];
      for (int i = 0; i < above.length; i++) {
        levels[k][i + 1] = above[i][k];
      }
      levels[k][above.length + 1] = Double.POSITIVE_INFINITY;
    }
    return new Boxes(levels, new StripSweep(levels).boxes());
  }

  int objectives() {
    return levels.length;
  }

  int count() {
    return lower[0].length;
  }

  int levelCount() {
    return levels[0].length;
  }

  double level(int objective, int level) {
    return levels[objective][level];
  }

  double from(int box, int objective) {
    return levels[objective][lower[objective][box]];
  }

  double to(int box, int objective) {
    return levels[objective][upper[objective][box]];
  }

  /**
   * {@code Σ_boxes Π_k (e_k(lower) − e_k(upper))}.
   *
   * @param excess objectives × levels, 0 at the last level
   */
  double sum(double[][] excess) {
    double sum = 0;
    for (int b = 0; b < count(); b++) {
      double product = 1;
      for (int k = 0; k < levels.length; k++) {
        product *= excess[k][lower[k][b]] - excess[k][upper[k][b]];
      }
      sum += product;
    }
    return sum;
  }
}
