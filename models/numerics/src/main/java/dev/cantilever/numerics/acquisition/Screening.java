package dev.cantilever.numerics.acquisition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Keeps work down: only candidates that a cheap function likes are looked at closely. */
final class Screening {

  private Screening() {}

  /** The best ranks by expected improvement, in their order; all where there are no more. */
  static int[] best(Situation situation, int most) {
    double[] values = new Pointwise.LogExpectedImprovement(0).values(situation);
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer rank) -> -values[rank]))
        .limit(most)
        .mapToInt(rank -> rank)
        .sorted()
        .toArray();
  }

  /** Values of the screened ranks; −∞ elsewhere. */
  static double[] spread(int size, int[] ranks, double[] values) {
    double[] all = new double[size];
    Arrays.fill(all, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < ranks.length; i++) {
      all[ranks[i]] = values[i];
    }
    return all;
  }
}
