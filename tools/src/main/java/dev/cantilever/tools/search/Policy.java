package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.fidelity.FidelityRule;
import dev.cantilever.numerics.hypothesis.LearningRules;
import dev.cantilever.numerics.novelty.Criterion;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.tools.cost.CostForm;
import dev.cantilever.tools.surrogate.Hypothesis;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;
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
          BatchRule batchRule,
      @Doc("What a trial costs, seen from the last one; then value per cost is ranked.")
          Optional<CostForm> cost)
      implements Policy {

    Improve ranking(AcquisitionFunction other) {
      return new Improve(other, incumbent, batchRule, cost);
    }
  }

  /** Two or three goals: expected growth of the volume that the Pareto front dominates. */
  record Front(
      @Doc(
              "The worst acceptable value of each goal, in its own unit; without it the worst of the"
                  + " front less a tenth of its range.")
          Optional<Series> referencePoint)
      implements Policy {}

  /**
   * One goal with cheap and dear fidelities: which condition, and at which of them; it may well
   * begin with the cheapest alone. See {@link dev.cantilever.numerics.fidelity.FidelitySearch}.
   */
  record Fidelities(
      @Doc("What a condition at a fidelity promises for each second of instrument time.")
          @Default("{\"kind\": \"augmented_improvement\"}")
          FidelityRule rule)
      implements Policy {}

  /**
   * Outcomes unlike all that were seen, whichever way: collects behaviours instead of improving
   * one. See {@link dev.cantilever.numerics.novelty.NoveltySearch}.
   */
  record Novelty(
      @Doc("What makes a condition worth trying.") @Default("{\"kind\": \"outcome_draws\"}")
          Criterion criterion)
      implements Policy {}

  /**
   * Competing explanations of one outcome, each under a process of the surrogate's kernel: measures
   * where they learn most and scores them meanwhile. See {@link
   * dev.cantilever.numerics.hypothesis.HypothesisLearning}.
   */
  record Hypotheses(
      @Doc("The explanations, each a formula over the parameters of the instrument.")
          @Items(min = 2, max = 8)
          List<Hypothesis> hypotheses,
      @Doc("How they compete.") @Default("{}") LearningRules rules,
      @Doc(
              "What is believed of the variance that a formula leaves over, for standardised"
                  + " outcomes; small where one of them is trusted to be right.")
          @Default("{\"kind\": \"log_normal\", \"mu\": 0, \"sigma\": 1}")
          Prior residual,
      @Doc("How carefully their parameters are drawn.") @Default("{}") InferenceSettings inference)
      implements Policy {

    public Hypotheses {
      hypotheses = List.copyOf(hypotheses);
    }
  }
}
