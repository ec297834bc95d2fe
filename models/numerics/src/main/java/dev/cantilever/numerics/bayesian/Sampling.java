package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.BlockSampler;
import dev.cantilever.numerics.sampling.Draws;
import dev.cantilever.numerics.sampling.ImpossibleStart;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a posterior is drawn from.
 *
 * @param sampler length of chains and care of trajectories
 * @param rule when the draws are good enough
 * @param components the mixture keeps at most so many draws, evenly spaced: each costs as much as
 *     one exact process. With m of them the mixture's mean is uncertain by {@code 1/√m} of the
 *     deviation between draws.
 */
public record Sampling(
    @Doc("Length of the chains and care of the trajectories.") SamplerSettings sampler,
    @Doc("When the draws are good enough.") RestartRule rule,
    @Doc("Draws that the posterior is a mixture of, at most.")
        @Bounds(min = 1, max = 10_000)
        @Default("64")
        int components) {

  private static final int MOST_COMPONENTS = 10_000;

  public Sampling {
    if (components < 1 || components > MOST_COMPONENTS) {
      throw new IllegalArgumentException(
          "a mixture needs 1 to %d components, not %d".formatted(MOST_COMPONENTS, components));
    }
  }

  /** One chain, 500 draws after a warm-up of 500, two restarts at R-hat 1.1, 64 components. */
  public static Sampling usual() {
    return new Sampling(SamplerSettings.of(500, 500), RestartRule.STANDARD, 64);
  }

  BayesianFit fit(Model model, Optional<Hyperparameters> before, RandomStream stream) {
    Unknowns unknowns = model.unknowns();
    RestartRule.Result result = result(model, known(model, before), stream);
    Draws draws = result.draws();
    List<double[]> kept = new ArrayList<>();
    for (int i : spaced(draws.size())) {
      kept.add(unknowns.values(draws.theta(i)));
    }
    List<GaussianProcess> parts = kept.stream().map(model::process).toList();
    double[] best = unknowns.values(draws.theta(densest(draws)));
    HyperparameterDraws named = new HyperparameterDraws(unknowns, draws);
    Learned learned =
        new Learned(
            new MixturePosterior(List.copyOf(parts)),
            model.hyperparameters(best),
            model.process(best).logMarginalLikelihood(),
            parts.stream().mapToDouble(GaussianProcess::jitter).max().orElse(0),
            Warnings.of(named, rule, result),
            model.evaluations());
    return new BayesianFit(
        learned, named, result.isAccepted(), result.attempts(), model.predicted(kept));
  }

  private static double[] known(Model model, Optional<Hyperparameters> before) {
    double[] nothing = new double[model.unknowns().size()];
    Arrays.fill(nothing, Double.NaN);
    return before.map(model::known).orElse(nothing);
  }

  private RestartRule.Result result(Model model, double[] known, RandomStream stream) {
    try {
      return rule.draw(new BlockSampler(sampler), model, model.unknowns().start(known), stream);
    } catch (ImpossibleStart nowhere) {
      throw new NotPositiveDefinite(
          "no hyper-parameters make these observations possible: " + nowhere.getMessage());
    }
  }

  /** Evenly spaced, each in the middle of its stretch. */
  private int[] spaced(int size) {
    int count = Math.min(components, size);
    int[] chosen = new int[count];
    for (int k = 0; k < count; k++) {
      chosen[k] = (int) ((2L * k + 1) * size / (2L * count));
    }
    return chosen;
  }

  private static int densest(Draws draws) {
    int best = 0;
    for (int i = 1; i < draws.size(); i++) {
      best = draws.logDensity(i) > draws.logDensity(best) ? i : best;
    }
    return best;
  }
}
