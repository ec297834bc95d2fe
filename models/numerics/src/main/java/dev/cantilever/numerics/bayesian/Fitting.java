package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.BlockSampler;
import dev.cantilever.numerics.sampling.Draws;
import dev.cantilever.numerics.sampling.ImpossibleStart;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Draws the unknowns of a model and makes a mixture of those that are kept. */
final class Fitting {

  private final InferenceSettings settings;

  Fitting(InferenceSettings settings) {
    this.settings = settings;
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
            Warnings.of(named, settings.restarts(), result),
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
      return settings
          .restarts()
          .draw(new BlockSampler(settings.sampler()), model, model.unknowns().start(known), stream);
    } catch (ImpossibleStart nowhere) {
      throw new NotPositiveDefinite(
          "no hyper-parameters make these observations possible: " + nowhere.getMessage());
    }
  }

  /** Evenly spaced, each in the middle of its stretch. */
  private int[] spaced(int size) {
    int count = Math.min(settings.parts(), size);
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
