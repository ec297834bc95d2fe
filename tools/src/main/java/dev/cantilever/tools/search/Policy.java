package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Optional;

/** How the next conditions are chosen. */
public sealed interface Policy {

  /** One goal: an acquisition function over the posterior of an exact Gaussian process. */
  record Improve(
      @Doc("What ranks the conditions.") @Default("{\"kind\": \"log_expected_improvement\"}")
          AcquisitionFunction acquisitionFunction,
      @Doc("What improvement is measured against.") @Default("\"best_posterior_mean\"")
          Incumbent incumbent,
      @Doc("How the members of a batch keep apart.") @Default("{\"kind\": \"sequential\"}")
          BatchRule batchRule)
      implements Policy {}

  /** Two or three goals: expected growth of the volume that the Pareto front dominates. */
  record Front(
      @Doc(
              "The worst acceptable value of each goal, in its own unit; without it the worst of the"
                  + " front less a tenth of its range.")
          Optional<Series> referencePoint)
      implements Policy {}
}
