package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.kernel.Points;
import java.util.List;

/**
 * Keeps away from where the probe just was: subtracts {@code factor Σ_j 1/((1 + d_j) t_j)}, with t
 * from n + 1 for the oldest of n recent candidates to 2 for the newest, and 1 for a single one.
 *
 * @param recent candidates, oldest first
 * @param factor at least 0
 */
public record RecentPenalty(List<Integer> recent, double factor) implements Valuation.Modifier {

  public RecentPenalty {
    recent = List.copyOf(recent);
    if (!(factor >= 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("factor must be finite and at least 0, not " + factor);
    }
  }

  @Override
  public double[] apply(AcquisitionFunction function, Situation situation, double[] values) {
    double[] less = values.clone();
    for (int rank = 0; rank < less.length; rank++) {
      less[rank] -= factor * penalty(situation.pool(), situation.candidate(rank));
    }
    return less;
  }

  double penalty(Points pool, int candidate) {
    double sum = 0;
    for (int j = 0; j < recent.size(); j++) {
      double age = recent.size() == 1 ? 1 : recent.size() + 1 - j;
      sum += 1 / ((1 + pool.distance(candidate, recent.get(j))) * age);
    }
    return sum;
  }
}
