package dev.cantilever.tests.bayesian.regret;

import java.util.Arrays;

/** Quantiles by linear interpolation, as numpy's. */
final class Quartiles {

  private Quartiles() {}

  static double at(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (place - below) * (above - sorted[below]);
  }
}
