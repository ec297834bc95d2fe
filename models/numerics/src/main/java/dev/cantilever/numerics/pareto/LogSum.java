package dev.cantilever.numerics.pareto;

/** Adding numbers that are given by their logarithms. */
final class LogSum {

  private LogSum() {}

  /** {@code log Σ exp(term)}; −∞ where all terms are. */
  static double of(double[] terms) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      largest = Math.max(largest, term);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double sum = 0;
    for (double term : terms) {
      sum += StrictMath.exp(term - largest);
    }
    return largest + StrictMath.log(sum);
  }
}
