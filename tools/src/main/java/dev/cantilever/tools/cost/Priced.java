package dev.cantilever.tools.cost;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Term;
import java.util.List;

/**
 * What a choice is worth and what it costs.
 *
 * @param of what the cost counts: s, m, or the unit of dose
 * @param value of the acquisition function alone
 * @param valuePerCost what was ranked: their quotient; of a logarithm less that of the cost
 */
public record Priced(CostKind of, double value, double cost, double valuePerCost) {

  /** From what was ranked, by a function whose values can be divided. */
  public static Priced of(
      CostKind of, AcquisitionFunction function, double valuePerCost, double cost) {
    boolean isLogarithm = function.scale() == AcquisitionFunction.Scale.LOGARITHM;
    double value = isLogarithm ? valuePerCost + StrictMath.log(cost) : valuePerCost * cost;
    return new Priced(of, value, cost, valuePerCost);
  }

  /** The same as terms. */
  public List<Term> terms() {
    return List.of(
        new Term("value without cost", value),
        new Term("cost, " + of.unit(), cost),
        new Term("value per cost", valuePerCost));
  }
}
