package dev.cantilever.tests.bayesian.regret;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.surrogate.ExactSurrogate;

/**
 * One setting for all problems, the one that {@code campaign.search} has where nothing is asked
 * for.
 *
 * <p>Improvement is measured against the best observation where a function is computed, and against
 * the best posterior mean where materials were measured, as {@link Incumbent} says.
 */
final class Defaults {

  static final Pointwise FUNCTION = new Pointwise.LogExpectedImprovement(0);
  static final Incumbent OF_COMPUTED = Incumbent.BEST_OBSERVATION;
  static final Incumbent OF_MEASURED = Incumbent.BEST_POSTERIOR_MEAN;
  static final SpaceSearch.Options SEARCH = new SpaceSearch.Options(512, 8, 100, 1);

  private Defaults() {}

  static ExactSurrogate surrogate(int dimension) {
    return ExactSurrogate.sparing(new KernelForm("rbf").template(dimension), dimension, 0);
  }
}
