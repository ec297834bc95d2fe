package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Situation;
import java.util.List;

/**
 * What ranks candidates: an acquisition function and what changes its values, such as a learned
 * constraint or a cost.
 *
 * @param function for maximisation
 * @param modifiers in the order in which they act
 */
public record Valuation(AcquisitionFunction function, List<Modifier> modifiers) {

  public Valuation {
    modifiers = List.copyOf(modifiers);
  }

  /** Changes the values of the open candidates. */
  @FunctionalInterface
  public interface Modifier {

    /**
     * New values.
     *
     * @param values one for each open candidate; not to be changed
     */
    double[] apply(AcquisitionFunction function, Situation situation, double[] values);
  }

  /** One value for each open candidate. */
  public double[] values(Situation situation) {
    double[] values = function.values(situation);
    for (Modifier modifier : modifiers) {
      values = modifier.apply(function, situation, values);
    }
    return values;
  }
}
