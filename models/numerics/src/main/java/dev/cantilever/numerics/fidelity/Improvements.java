package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.special.Improvement;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What several rules are made of. */
final class Improvements {

  private Improvements() {}

  /** Expected improvement of every candidate at a fidelity over the best of that fidelity. */
  static double[] at(FidelityPool pool, int fidelity) {
    double best = pool.best(fidelity).orElseGet(() -> greatestMean(pool, fidelity));
    double[] values = new double[pool.size()];
    for (int c = 0; c < values.length; c++) {
      Pair pair = new Pair(c, fidelity);
      double deviation = pool.deviation(pair);
      values[c] = deviation * Improvement.of((pool.mean(pair) - best) / deviation);
    }
    return values;
  }

  private static double greatestMean(FidelityPool pool, int fidelity) {
    return IntStream.range(0, pool.size())
        .mapToDouble(c -> pool.mean(new Pair(c, fidelity)))
        .max()
        .orElseThrow();
  }

  /** Of one observation of a pair with the highest fidelity at the same place; 0 to 1. */
  static double correlation(FidelityPool pool, Pair pair) {
    Pair high = new Pair(pair.candidate(), pool.highest());
    double covariance = pool.covarianceWithHighest(pair);
    return Math.min(1, Math.abs(covariance) / Math.sqrt(pool.spread(pair) * pool.variance(high)));
  }

  /** The candidates of greatest mean + 2 deviations at the highest fidelity. */
  static int[] byUpperBound(FidelityPool pool, int most) {
    return pool.ranked(
        c -> {
          Pair high = new Pair(c, pool.highest());
          return pool.mean(high) + 2 * pool.deviation(high);
        },
        most);
  }

  /** What each open pair of these candidates promises, over its cost; −∞ elsewhere. */
  static double[][] perCost(FidelityPool pool, int[] candidates, ToDoubleFunction<Pair> promise) {
    double[][] values = new double[pool.fidelities().size()][pool.size()];
    for (int f = 0; f < values.length; f++) {
      Arrays.fill(values[f], Double.NEGATIVE_INFINITY);
      for (int c : candidates) {
        Pair pair = new Pair(c, f);
        if (pool.isOpen(pair)) {
          values[f][c] = promise.applyAsDouble(pair) / pool.fidelities().get(f).cost();
        }
      }
    }
    return values;
  }
}
