package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import java.util.Arrays;

/** Straight-line distances to the nearest of known places, by looking at all of them. */
final class Neighbours {

  private final double[][] known;
  private final int count;
  private final double floor;

  /**
   * Neighbours among known places.
   *
   * @param count k; all of them where there are fewer
   * @param floor distances below it count as 0
   */
  Neighbours(Points known, int count, double floor) {
    this.known = rows(known);
    this.count = Math.min(count, this.known.length);
    this.floor = floor;
  }

  static double[][] rows(Points points) {
    double[][] rows = new double[points.size()][];
    Arrays.setAll(rows, points::row);
    return rows;
  }

  int count() {
    return count;
  }

  /** The k smallest distances added up, in rising order. */
  double sum(double[] place) {
    double[] nearest = new double[count];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (double[] other : known) {
      insert(nearest, squaredDistance(place, other));
    }
    double sum = 0;
    for (double squared : nearest) {
      double distance = Math.sqrt(squared);
      sum += distance < floor ? 0 : distance;
    }
    return sum;
  }

  /** Keeps the smallest ones, rising. */
  private static void insert(double[] nearest, double squared) {
    int at = nearest.length - 1;
    if (squared >= nearest[at]) {
      return;
    }
    while (at > 0 && nearest[at - 1] > squared) {
      nearest[at] = nearest[at - 1];
      at--;
    }
    nearest[at] = squared;
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      double difference = a[k] - b[k];
      sum += difference * difference;
    }
    return sum;
  }
}
