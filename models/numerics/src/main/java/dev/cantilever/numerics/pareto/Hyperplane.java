package dev.cantilever.numerics.pareto;

import java.util.Arrays;

/** The plane {@code n·y = 1} through the extreme points of a front, by its normal n. */
final class Hyperplane {

  private static final double SINGULAR = 1e-9;

  private Hyperplane() {}

  /**
   * Its normal, all entries above 0; (1, …, 1) where the extremes span no such plane.
   *
   * @param points n × m in [0, 1], in every objective one of 0 and one of 1; m may be 0
   */
  static double[] throughExtremes(double[][] points) {
    int m = points[0].length;
    double[][] equations = new double[m][];
    for (int k = 0; k < m; k++) {
      equations[k] = Arrays.copyOf(extreme(points, k), m + 1);
      equations[k][m] = 1;
    }
    double[] normal = solve(equations);
    if (!Arrays.stream(normal).allMatch(n -> n > 0)) {
      Arrays.fill(normal, 1);
    }
    return normal;
  }

  /** Signed distance, above 0 on the side of the ideal. */
  static double distance(double[] point, double[] normal) {
    double product = 0;
    double squares = 0;
    for (int k = 0; k < normal.length; k++) {
      product += normal[k] * point[k];
      squares += normal[k] * normal[k];
    }
    return squares == 0 ? 0 : (product - 1) / Math.sqrt(squares);
  }

  private static double[] extreme(double[][] points, int k) {
    double[] extreme = points[0];
    for (double[] point : points) {
      extreme = point[k] > extreme[k] ? point : extreme;
    }
    return extreme;
  }

  /** Gauss elimination with row pivoting, in place; zeros where the equations are singular. */
  private static double[] solve(double[][] equations) {
    int m = equations.length;
    for (int k = 0; k < m; k++) {
      pivot(equations, k);
      if (Math.abs(equations[k][k]) < SINGULAR) {
        return new double[m];
      }
      for (int i = 0; i < m; i++) {
        double factor = i == k ? 0 : equations[i][k] / equations[k][k];
        for (int j = k; j <= m; j++) {
          equations[i][j] -= factor * equations[k][j];
        }
      }
    }
    double[] solution = new double[m];
    for (int k = 0; k < m; k++) {
      solution[k] = equations[k][m] / equations[k][k];
    }
    return solution;
  }

  private static void pivot(double[][] equations, int k) {
    int largest = k;
    for (int i = k; i < equations.length; i++) {
      largest = Math.abs(equations[i][k]) > Math.abs(equations[largest][k]) ? i : largest;
    }
    double[] row = equations[k];
    equations[k] = equations[largest];
    equations[largest] = row;
  }
}
