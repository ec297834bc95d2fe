package dev.cantilever.tests.bayesian.regret;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Hyperprior;
import java.util.List;
import java.util.Optional;

/**
 * One setting for all problems. A smooth kernel whose prior variance stays near that of the
 * observations, and noise that may be next to nothing. Every fit starts at the same usual values:
 * neither from the optimum before, where a fit that once took ripples for noise cannot change its
 * mind, nor from random places, where with few observations it finds short lengthscales.
 *
 * <p>Improvement is measured against the best observation where a function is computed, and against
 * the best posterior mean where materials were measured, as {@link Incumbent} says.
 */
final class Defaults {

  static final Pointwise FUNCTION = new Pointwise.LogExpectedImprovement(0);
  static final Incumbent OF_COMPUTED = Incumbent.BEST_OBSERVATION;
  static final Incumbent OF_MEASURED = Incumbent.BEST_POSTERIOR_MEAN;
  static final SpaceSearch.Options SEARCH = new SpaceSearch.Options(512, 8, 100, 1);

  private static final double USUAL_NOISE = StrictMath.exp(-5);

  private Defaults() {}

  static ExactSurrogate surrogate(int dimension) {
    return new ExactSurrogate(settings(dimension), 0);
  }

  private static FitSettings settings(int dimension) {
    return FitSettings.usual(KernelFamily.RBF, dimension)
        .with(Role.OUTPUT_SCALE, Hyperprior.of(1e-2, 1e3, new Prior.LogNormal(0, 0.5)))
        .withNoise(Hyperprior.of(1e-6, 1, new Prior.LogNormal(-5, 1.5)));
  }

  /** Where every fit starts: for a lengthscale the mode of its prior. */
  static Optional<Hyperparameters> start(int dimension) {
    double lengthscale = StrictMath.exp(Math.sqrt(2) - 3) * Math.sqrt(dimension);
    Kernel template = settings(dimension).template();
    List<Parameter> parameters = template.parameters();
    double[] values =
        parameters.stream()
            .mapToDouble(parameter -> parameter.role() == Role.LENGTHSCALE ? lengthscale : 1)
            .toArray();
    return Optional.of(new Hyperparameters(template.with(values).parameters(), USUAL_NOISE, 0));
  }
}
