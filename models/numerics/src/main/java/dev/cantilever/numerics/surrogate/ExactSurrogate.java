package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.random.RandomStream;
import java.util.List;
import java.util.Optional;

/**
 * An exact Gaussian process with the hyper-parameters of greatest posterior density.
 *
 * @param settings kernel, bounds and priors
 * @param restarts random starts beside the optimum before; at least 1 where there is none before
 */
public record ExactSurrogate(FitSettings settings, int restarts) implements Surrogate {

  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    int starts = before.isEmpty() ? Math.max(1, restarts) : restarts;
    Fit.Result fit = Fit.of(settings, data, before, starts, stream);
    List<String> warnings =
        fit.atBound().stream()
            .map(name -> name + " sits at its bound: there the bound decides, not the data")
            .toList();
    return new Learned(
        fit.process(),
        fit.hyperparameters(),
        fit.logMarginalLikelihood(),
        fit.process().jitter(),
        warnings,
        fit.evaluations());
  }
}
