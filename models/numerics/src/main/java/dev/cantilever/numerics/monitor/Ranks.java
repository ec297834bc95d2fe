package dev.cantilever.numerics.monitor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Ranks from 1; equal values share the average of the ranks they take up. */
final class Ranks {

  private Ranks() {}

  static double[] of(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i] + 0.0)); // −0 ties with 0
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = 0.5 * (from + 1 + to);
      }
      from = to;
    }
    return ranks;
  }

  /**
   * Spearman's rank correlation, Pearson's of the average ranks (Spearman, Am. J. Psychol. 15
   * (1904) 72, doi:10.2307/1412159); none where either list has fewer than two different values.
   */
  static Optional<Double> correlation(double[] a, double[] b) {
    double[] ranksA = of(a);
    double[] ranksB = of(b);
    double middle = 0.5 * (a.length + 1);
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (ranksA[i] - middle) * (ranksB[i] - middle);
      squaresA += (ranksA[i] - middle) * (ranksA[i] - middle);
      squaresB += (ranksB[i] - middle) * (ranksB[i] - middle);
    }
    return squaresA == 0 || squaresB == 0
        ? Optional.empty()
        : Optional.of(both / Math.sqrt(squaresA * squaresB));
  }
}
