package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.special.Normal;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import java.util.List;

/**
 * Learned constraints: values are weighed by the probability {@code Π_k Φ((b_k − μ_k)/σ_k)} that
 * each stays at or below its bound (Gardner et al., ICML 2014); until a feasible observation exists
 * that probability alone decides.
 *
 * @param limits one for each constraint
 * @param hasFeasible whether any observation satisfied all of them
 */
public record Feasibility(List<Limit> limits, boolean hasFeasible) implements Valuation.Modifier {

  public Feasibility {
    limits = List.copyOf(limits);
  }

  /**
   * One constraint.
   *
   * @param posterior of the constrained number over the same pool
   * @param bound b, what it must not exceed
   */
  public record Limit(PoolPosterior posterior, double bound) {}

  /** {@code Σ_k log Φ((b_k − μ_k)/σ_k)}. */
  public double logProbability(int candidate) {
    double sum = 0;
    for (Limit limit : limits) {
      double room = limit.bound() - limit.posterior().mean(candidate);
      sum += Normal.logCumulative(room / limit.posterior().deviation(candidate));
    }
    return sum;
  }

  @Override
  public double[] apply(AcquisitionFunction function, Situation situation, double[] values) {
    double[] logs = new double[values.length];
    for (int rank = 0; rank < logs.length; rank++) {
      logs[rank] = logProbability(situation.candidate(rank));
    }
    return hasFeasible ? Weights.weigh(function, values, logs) : logs;
  }
}
