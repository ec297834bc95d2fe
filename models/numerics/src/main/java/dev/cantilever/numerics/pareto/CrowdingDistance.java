package dev.cantilever.numerics.pareto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How lonely each point of a front is: the sum over objectives of the distance between its two
 * neighbours, in units of the front's range (Deb et al., IEEE Trans. Evol. Comput. 6 (2002) 182,
 * section III.B, doi:10.1109/4235.996017). Choosing large ones spreads picks along the front.
 */
public final class CrowdingDistance {

  private CrowdingDistance() {}

  /**
   * One distance for each point of the front, in its order; ∞ for the ends of an objective. An
   * objective in which all points are equal is left out, and with it its ends; where all are, there
   * is one point and its distance is ∞.
   */
  public static double[] of(Front front) {
    double[] distances = new double[front.size()];
    if (front.size() < 3) {
      Arrays.fill(distances, Double.POSITIVE_INFINITY);
      return distances;
    }
    Spread spread = Spread.of(front.toArray());
    for (int k = 0; k < front.objectives(); k++) {
      if (spread.range(k) > 0) {
        add(front, k, spread.range(k), distances);
      }
    }
    return distances;
  }

  private static void add(Front front, int k, double range, double[] distances) {
    int[] rising =
        IntStream.range(0, front.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> front.get(i, k)))
            .mapToInt(i -> i)
            .toArray();
    int last = rising.length - 1;
    distances[rising[0]] = Double.POSITIVE_INFINITY;
    distances[rising[last]] = Double.POSITIVE_INFINITY;
    for (int r = 1; r < last; r++) {
      distances[rising[r]] += (front.get(rising[r + 1], k) - front.get(rising[r - 1], k)) / range;
    }
  }
}
