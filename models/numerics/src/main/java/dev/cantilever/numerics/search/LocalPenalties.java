package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.special.Normal;
import dev.cantilever.numerics.surrogate.MomentSlopes;
import java.util.List;

/** The rule {@link BatchRule.LocalPenalisation}. */
final class LocalPenalties {

  /** So many candidates are asked how fast the mean changes there. */
  private static final int PROBED = 500;

  private LocalPenalties() {}

  static List<Choice> choose(BatchSelection selection, int size) {
    Situation all = selection.situation();
    double lipschitz = lipschitz(all);
    double[] wanted = positive(selection, all);
    double[] logs = new double[wanted.length];
    for (int rank = 0; rank < logs.length; rank++) {
      logs[rank] = StrictMath.log(wanted[rank]);
    }
    int[] open = all.open();
    while (selection.isShortOf(size)) {
      int[] left = selection.situation().open();
      double[] values = new double[left.length];
      for (int rank = 0; rank < left.length; rank++) {
        values[rank] = logs[java.util.Arrays.binarySearch(open, left[rank])];
        for (Choice member : selection.chosen()) {
          double distance = all.pool().distance(left[rank], member.candidate());
          values[rank] += StrictMath.log(penalty(lipschitz, distance, all.best(), member));
        }
      }
      selection.takeBest(values);
    }
    return selection.chosen();
  }

  /** {@code erfc(−z)/2} with {@code z = (L‖x − x_j‖ − M + μ_j)/√(2σ_j²)}. */
  static double penalty(double lipschitz, double distance, double best, Choice member) {
    double gap = lipschitz * distance - best + member.mean();
    return Normal.cumulative(gap / member.deviation());
  }

  private static double[] positive(BatchSelection selection, Situation all) {
    double[] values = selection.valuation().values(all);
    boolean isLogarithm =
        selection.valuation().function() instanceof Pointwise.LogExpectedImprovement;
    for (int rank = 0; rank < values.length; rank++) {
      values[rank] = isLogarithm ? StrictMath.exp(values[rank]) : softplus(values[rank]);
    }
    return values;
  }

  private static double softplus(double value) {
    return Math.max(value, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(value)));
  }

  /** The largest slope of the mean over the pool. */
  private static double lipschitz(Situation all) {
    int step = Math.max(1, all.pool().size() / PROBED);
    double largest = 1e-7;
    for (int c = 0; c < all.pool().size(); c += step) {
      MomentSlopes slopes = all.model().slopes(all.pool().select(c));
      double squares = 0;
      for (int k = 0; k < slopes.meanSlopes().size(); k++) {
        squares += slopes.meanSlopes().get(k) * slopes.meanSlopes().get(k);
      }
      largest = Math.max(largest, Math.sqrt(squares));
    }
    return largest;
  }
}
