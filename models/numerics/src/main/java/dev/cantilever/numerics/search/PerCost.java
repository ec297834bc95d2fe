package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Situation;
import java.util.function.IntToDoubleFunction;

/**
 * What a candidate promises for each unit of its cost (Snoek, Larochelle and Adams, NIPS 2012,
 * section 3.3, arXiv:1206.2944).
 *
 * @param cost of each candidate of the pool, above 0: time, travel or dose
 */
public record PerCost(IntToDoubleFunction cost) implements Valuation.Modifier {

  @Override
  public double[] apply(AcquisitionFunction function, Situation situation, double[] values) {
    double[] logs = new double[values.length];
    for (int rank = 0; rank < logs.length; rank++) {
      double own = cost.applyAsDouble(situation.candidate(rank));
      if (!(own > 0) || Double.isInfinite(own)) {
        throw new IllegalArgumentException(
            "the cost of candidate %d must be finite and above 0, not %s"
                .formatted(situation.candidate(rank), own));
      }
      logs[rank] = -StrictMath.log(own);
    }
    return Weights.weigh(function, values, logs);
  }
}
