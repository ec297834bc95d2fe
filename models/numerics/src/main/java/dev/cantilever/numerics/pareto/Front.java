package dev.cantilever.numerics.pareto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The outcomes that no other outcome dominates, for maximisation: {@code a} dominates {@code b}
 * where it is at least as large in every objective and larger in one. Of equal outcomes the first
 * stands for all. Immutable; its points are in the order in which the outcomes came.
 */
public final class Front {

  private final int objectives;
  private final double[][] points;
  private final int[] indices;

  private Front(int objectives, double[][] points, int[] indices) {
    this.objectives = objectives;
    this.points = points;
    this.indices = indices;
  }

  /**
   * The front of outcomes.
   *
   * @param outcomes n × m, each within ±1e50, n and m at least 1
   * @throws IllegalArgumentException for no outcome, rows of unequal length or a value that is NaN
   *     or too large
   */
  public static Front of(double[]... outcomes) {
    double[][] checked = Outcomes.checked("outcome", outcomes);
    int[] indices = nonDominated(checked);
    return new Front(checked[0].length, select(checked, indices), indices);
  }

  /** The front before anything was measured. */
  public static Front empty(int objectives) {
    if (objectives < 1) {
      throw new IllegalArgumentException("a front has at least 1 objective, not " + objectives);
    }
    return new Front(objectives, new double[0][], new int[0]);
  }

  public int size() {
    return points.length;
  }

  public int objectives() {
    return objectives;
  }

  /** One objective of one point of the front. */
  public double get(int point, int objective) {
    return points[point][objective];
  }

  /** Which outcomes the points of the front are, ascending; a fresh copy. */
  public int[] indices() {
    return indices.clone();
  }

  /** Size × objectives; a fresh copy. */
  public double[][] toArray() {
    return Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Indices of the non-dominated rows, ascending. In falling lexicographic order a row is dominated
   * only by earlier ones, so that comparing with those kept so far suffices; with two objectives
   * the last of them has most of the second, and suffices alone.
   */
  static int[] nonDominated(double[][] rows) {
    Comparator<Integer> falling = (i, j) -> Arrays.compare(rows[j], rows[i]);
    int[] kept = new int[rows.length];
    int count = 0;
    for (int i : IntStream.range(0, rows.length).boxed().sorted(falling).toList()) {
      int first = rows[i].length <= 2 ? Math.max(0, count - 1) : 0;
      if (!isCovered(rows, kept, first, count, rows[i])) {
        kept[count] = i;
        count++;
      }
    }
    int[] indices = Arrays.copyOf(kept, count);
    Arrays.sort(indices);
    return indices;
  }

  private static boolean isCovered(
      double[][] rows, int[] kept, int from, int to, double[] candidate) {
    for (int r = from; r < to; r++) {
      if (covers(rows[kept[r]], candidate)) {
        return true;
      }
    }
    return false;
  }

  static double[][] select(double[][] rows, int[] indices) {
    return Arrays.stream(indices).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }

  /** Whether {@code a} dominates {@code b} or equals it. */
  static boolean covers(double[] a, double[] b) {
    for (int k = 0; k < a.length; k++) {
      if (a[k] < b[k]) {
        return false;
      }
    }
    return true;
  }
}
