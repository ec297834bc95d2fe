package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.special.Normal;

/**
 * The greatest value at the highest fidelity as if candidates were independent, {@code P(f* ≤ t) =
 * Π_c Φ((t − μ_c)/σ_c)} (Wang and Jegelka, ICML 2017, section 3.1, arXiv:1703.01968).
 */
final class GreatestValue {

  private static final int HALVINGS = 60;

  private GreatestValue() {}

  /** The value below which it lies with probability p, above 0 and below 1; by bisection. */
  static double quantile(FidelityPool pool, double p) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    // one candidate alone is a bound from below, and all at p^(1/m) one from above
    double each = StrictMath.exp(StrictMath.log(p) / pool.size());
    for (int c = 0; c < pool.size(); c++) {
      Pair pair = new Pair(c, pool.highest());
      low = Math.max(low, pool.mean(pair) + Normal.quantile(p) * pool.deviation(pair));
      high = Math.max(high, pool.mean(pair) + Normal.quantile(each) * pool.deviation(pair));
    }
    double goal = StrictMath.log(p);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      if (logProbability(pool, middle) < goal) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private static double logProbability(FidelityPool pool, double t) {
    double sum = 0;
    for (int c = 0; c < pool.size(); c++) {
      Pair pair = new Pair(c, pool.highest());
      sum += Normal.logCumulative((t - pool.mean(pair)) / pool.deviation(pair));
    }
    return sum;
  }
}
