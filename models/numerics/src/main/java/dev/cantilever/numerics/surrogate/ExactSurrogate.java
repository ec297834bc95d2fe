package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.random.RandomStream;
import java.util.List;
import java.util.Optional;

/**
 * An exact Gaussian process with the hyper-parameters of greatest posterior density.
 *
 * @param settings kernel, bounds and priors
 * @param first where the first fit of each learning starts
 * @param restarts random starts besides; at least 1 where there is no first one
 */
public record ExactSurrogate(FitSettings settings, Start first, int restarts) implements Surrogate {

  /** Where a fit starts. */
  public enum Start {
    /** At the optimum for fewer observations, if there is one: the fewest steps. */
    OPTIMUM_BEFORE,
    /**
     * At {@link FitSettings#start}, every time. A fit that began elsewhere and once took ripples
     * for noise would keep to it; with few observations this is the better choice.
     */
    USUAL_VALUES
  }

  /** From the optimum before. */
  public ExactSurrogate(FitSettings settings, int restarts) {
    this(settings, Start.OPTIMUM_BEFORE, restarts);
  }

  /** For a search that observes little: {@link FitSettings#sparing}, from the usual values. */
  public static ExactSurrogate sparing(Kernel template, int dimension, int restarts) {
    FitSettings settings = FitSettings.sparing(template, dimension);
    return new ExactSurrogate(settings, Start.USUAL_VALUES, restarts);
  }

  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    Optional<Hyperparameters> from =
        first == Start.USUAL_VALUES ? Optional.of(settings.start()) : before;
    int starts = from.isEmpty() ? Math.max(1, restarts) : restarts;
    Fit.Result fit = Fit.of(settings, data, from, starts, stream);
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
