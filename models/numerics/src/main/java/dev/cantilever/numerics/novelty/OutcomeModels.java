package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Surrogate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How outcomes are learnt, each by itself, and when hyper-parameters are found anew: as soon as
 * observations are 4 % more than at the last fit. Below 64 observations every fit is thorough, for
 * then the likelihood has several optima and a start is cheap: without it half as many cells of the
 * benchmark were filled by the fiftieth step. Later a fit is thorough when the number of
 * observations reaches another power of two. At 500 observations there is a fit in one step of
 * twenty, so that fits do not decide the cost of a campaign.
 *
 * @param thorough with random starts beside the optimum before, if there is one
 * @param refit from the optimum before
 * @param kept without a fit, with the hyper-parameters from before
 */
public record OutcomeModels(Surrogate thorough, Surrogate refit, Surrogate kept) {

  private static final int SLOWNESS = 25;
  private static final int STARTS = 2;
  private static final int MANY = 64;

  /**
   * The last fit of the outcomes' surrogates, handed from one proposal to the next.
   *
   * @param outcomes hyper-parameters of each outcome
   * @param observations how many it rests on
   */
  public record Fitted(List<Hyperparameters> outcomes, int observations) {

    public Fitted {
      outcomes = List.copyOf(outcomes);
      Require.atLeast("the number of observations of a fit", 1, observations);
    }
  }

  /** Exact Gaussian processes fitted in one way. */
  public static OutcomeModels of(FitSettings settings) {
    return new OutcomeModels(
        new ExactSurrogate(settings, STARTS),
        new ExactSurrogate(settings, 0),
        new KeptSurrogate(settings));
  }

  /**
   * Smooth functions of d scaled inputs with a lengthscale for each, {@link FitSettings#usual}.
   *
   * @param dimension d
   */
  public static OutcomeModels usual(int dimension) {
    return of(FitSettings.usual(KernelFamily.RBF, dimension));
  }

  /** Whether so many observations call for a fit. */
  static boolean isFitDue(int observations, Optional<Fitted> before) {
    return before.isEmpty()
        || observations - before.get().observations()
            >= Math.max(1, before.get().observations() / SLOWNESS);
  }

  private Surrogate surrogate(int observations, Optional<Fitted> before) {
    if (!isFitDue(observations, before)) {
      return kept;
    }
    int last = before.map(Fitted::observations).orElse(0);
    boolean passesPowerOfTwo = Integer.highestOneBit(observations) != Integer.highestOneBit(last);
    return observations < MANY || passesPowerOfTwo ? thorough : refit;
  }

  /** What is learnt of each outcome. */
  List<Learned> learn(List<Observations> outcomes, Optional<Fitted> before, Streams streams) {
    Surrogate surrogate = surrogate(outcomes.getFirst().size(), before);
    List<Learned> learned = new ArrayList<>();
    for (int j = 0; j < outcomes.size(); j++) {
      int outcome = j;
      Optional<Hyperparameters> start = before.map(last -> last.outcomes().get(outcome));
      learned.add(surrogate.learn(outcomes.get(j), start, streams.of("fit/" + j)));
    }
    return List.copyOf(learned);
  }

  /** What the next proposal is to know of this fit. */
  static Fitted fitted(int observations, List<Learned> learned, Optional<Fitted> before) {
    return isFitDue(observations, before)
        ? new Fitted(learned.stream().map(Learned::hyperparameters).toList(), observations)
        : before.orElseThrow();
  }
}
