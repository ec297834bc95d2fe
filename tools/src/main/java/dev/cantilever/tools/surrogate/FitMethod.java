package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.bayesian.FullyBayesianSurrogate;
import dev.cantilever.numerics.bayesian.InputErrorsSurrogate;
import dev.cantilever.numerics.bayesian.UncertainInputsSurrogate;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.multitask.MultiTaskModel;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sparse.SparseSurrogate;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperprior;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/** What learns as a call of {@code surrogate.fit} wants it. */
final class FitMethod {

  private final FitSurrogate.Input input;
  private final int dimension;
  private final Optional<MultiTaskModel> tasks;

  FitMethod(FitSurrogate.Input input) {
    this.input = input;
    this.dimension = input.observations().getFirst().x().size();
    this.tasks = input.named().map(all -> all.model(input.kernel(), dimension));
  }

  Surrogate surrogate() {
    return switch (input.method()) {
      case FULLY_BAYESIAN -> drawn();
      case SPARSE -> SparseSurrogate.usual(settings());
      case MOST_PROBABLE -> new ExactSurrogate(settings(), input.restarts());
      case UNCERTAIN_INPUTS -> placed();
    };
  }

  private InferenceSettings inference() {
    return input.inference().orElse(InferenceSettings.STANDARD);
  }

  /** With the priors of the model of tasks, where there are several, and the usual noise. */
  private Surrogate drawn() {
    Kernel template = input.kernel().template(dimension);
    FullyBayesianSurrogate usual = FullyBayesianSurrogate.usual(template);
    return new FullyBayesianSurrogate(
        tasks.map(MultiTaskModel::priors).orElse(usual.kernel()),
        usual.noise(),
        usual.mean(),
        inference());
  }

  private Surrogate placed() {
    Kernel template = input.kernel().template(dimension);
    UncertainInputsSurrogate usual = UncertainInputsSurrogate.usual(template);
    List<Series> errors = errors();
    return errors.isEmpty()
        ? new UncertainInputsSurrogate(
            usual.kernel(), usual.noise(), usual.mean(), usual.inputDeviation(), inference())
        : new InputErrorsSurrogate(
            usual.kernel(), usual.noise(), usual.mean(), errors, inference());
  }

  /** Of every coordinate; none where no observation has any. */
  private List<Series> errors() {
    boolean hasErrors = input.observations().stream().anyMatch(o -> o.xError().isPresent());
    Series exact = Series.of(new double[dimension]);
    return hasErrors
        ? input.observations().stream().map(o -> o.xError().orElse(exact)).toList()
        : List.of();
  }

  private FitSettings settings() {
    FitSettings usual =
        tasks
            .map(MultiTaskModel::settings)
            .orElseGet(() -> FitSettings.usual(input.kernel().template(dimension), dimension));
    return usual
        .with(
            Role.LENGTHSCALE,
            Hyperprior.of(
                input.lengthscaleMin(),
                input.lengthscaleMax(),
                FitSettings.lengthscalePrior(dimension)))
        .withNoise(Hyperprior.of(input.noiseMin(), 1, new Prior.LogNormal(-4, 1)));
  }
}
