package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.Evaluation;
import dev.cantilever.numerics.formula.Formula;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.PriorMean;
import dev.cantilever.vocabulary.reading.Series;

/**
 * A formula at one set of parameters, of scaled inputs and in standardised observations.
 *
 * @param parameters physical values
 */
record ScaledMean(Formula formula, Series parameters, Units units) implements PriorMean {

  /**
   * {@inheritDoc}
   *
   * @throws UndefinedMean where the formula has no finite value
   */
  @Override
  public double[] at(Points x) {
    Points physical = units.inputs().physical(x);
    double[] values = formula.values(physical, parameters.toArray());
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw undefined(formula.evaluate(physical, parameters.toArray()));
      }
      values[i] = units.standardised(values[i]);
    }
    return values;
  }

  @Override
  public double[] slopes(Points one) {
    Evaluation here =
        formula.evaluateWithInputSlopes(units.inputs().physical(one), parameters.toArray());
    if (!here.isFinite()) {
      throw undefined(here);
    }
    double[] slopes = here.inputJacobian()[0];
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] *= units.inputs().range(k) / units.observations().deviation();
    }
    return slopes;
  }

  private static UndefinedMean undefined(Evaluation evaluation) {
    return new UndefinedMean(evaluation.nonFinite().orElseThrow());
  }
}
