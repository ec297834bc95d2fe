package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Situation;
import java.util.List;

/**
 * A new place lies further than D from the last one, γD from the one before, γ²D … over the recent
 * ones; candidates nearer are passed over while others remain.
 *
 * @param recent candidates, oldest first; as a rule the last 10
 * @param distance D, in scaled inputs
 * @param decay γ, as a rule 0.8
 */
public record Memory(List<Integer> recent, double distance, double decay)
    implements Valuation.Modifier {

  public Memory {
    recent = List.copyOf(recent);
  }

  @Override
  public double[] apply(AcquisitionFunction function, Situation situation, double[] values) {
    double[] far = values.clone();
    boolean anyIsFar = false;
    for (int rank = 0; rank < far.length; rank++) {
      boolean isFar = isFar(situation, situation.candidate(rank));
      anyIsFar |= isFar;
      far[rank] = isFar ? far[rank] : Double.NEGATIVE_INFINITY;
    }
    return anyIsFar ? far : values.clone();
  }

  private boolean isFar(Situation situation, int candidate) {
    double reach = distance;
    for (int age = recent.size() - 1; age >= 0; age--) {
      if (situation.pool().distance(candidate, recent.get(age)) <= reach) {
        return false;
      }
      reach *= decay;
    }
    return true;
  }
}
