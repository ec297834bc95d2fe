package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.surrogate.Standardisation;
import java.util.OptionalDouble;

/**
 * The best candidate at the highest fidelity as far as is known, measured or not.
 *
 * @param candidate of greatest posterior mean; the first among equals
 * @param mean there
 * @param deviation there, without noise: how far the recommendation rests on the model alone
 * @param bestMeasured the greatest posterior mean where the highest fidelity was measured; empty
 *     where it never was
 */
public record Recommendation(
    int candidate, double mean, double deviation, OptionalDouble bestMeasured) {

  /** In the scale of the pool. */
  public static Recommendation of(FidelityPool pool) {
    int high = pool.highest();
    Pair best = new Pair(0, high);
    for (int c = 1; c < pool.size(); c++) {
      Pair here = new Pair(c, high);
      best = pool.mean(here) > pool.mean(best) ? here : best;
    }
    return new Recommendation(
        best.candidate(), pool.mean(best), pool.deviation(best), pool.best(high));
  }

  Recommendation in(Standardisation unit) {
    return new Recommendation(
        candidate,
        unit.mean(mean),
        unit.deviation(deviation),
        bestMeasured.isEmpty()
            ? bestMeasured
            : OptionalDouble.of(unit.mean(bestMeasured.getAsDouble())));
  }
}
