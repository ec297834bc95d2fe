package dev.cantilever.tools.campaign;

import dev.cantilever.numerics.bayesian.FullyBayesianSurrogate;
import dev.cantilever.numerics.bayesian.KernelPriors;
import dev.cantilever.numerics.bayesian.MeanTreatment;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sparse.InducingSettings;
import dev.cantilever.numerics.sparse.SparseSurrogate;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/** What learns from the rewards of a campaign over sites. */
public sealed interface LoopSurrogate {

  /** Where nothing is said. */
  LoopSurrogate USUAL = new MostProbable();

  /**
   * The surrogate.
   *
   * @param settings kernel, bounds and priors
   * @param restarts random starts of the fit; 0 goes on from the optimum before
   */
  Surrogate surrogate(FitSettings settings, int restarts);

  /** Most points of a campaign for which it is quick enough. */
  int mostPoints();

  /** The exact process with the hyper-parameters of greatest posterior density. */
  record MostProbable() implements LoopSurrogate {

    @Override
    public Surrogate surrogate(FitSettings settings, int restarts) {
      return new ExactSurrogate(settings, restarts);
    }

    @Override
    public int mostPoints() {
      return 100_000;
    }
  }

  /** A process that few inducing points carry: for thousands of sites. */
  record Sparse(
      @Doc("Most inducing points; with no more observations than these the process is exact.")
          @Bounds(min = 10, max = 500)
          @Default("300")
          int inducing,
      @Doc("Share of the observations that become inducing points, up to the most.")
          @Bounds(min = 0.001, max = 1)
          @Default("0.1")
          double share,
      @Doc("Steps in which inducing points are moved at each fit.")
          @Bounds(min = 0, max = 100)
          @Default("15")
          int positionSteps)
      implements LoopSurrogate {

    private static final int FEWEST = 50;

    @Override
    public Surrogate surrogate(FitSettings settings, int restarts) {
      InducingSettings usual = InducingSettings.usual();
      InducingSettings own =
          new InducingSettings(
              share, Math.min(FEWEST, inducing), inducing, usual.choice(), positionSteps);
      return new SparseSurrogate(settings, own, restarts);
    }

    @Override
    public int mostPoints() {
      return 100_000;
    }
  }

  /**
   * A mixture over draws of the hyper-parameters: honest about few observations, and some hundred
   * times slower. Bounds of the lengthscale and restarts have no meaning for it.
   */
  record FullyBayesian(
      @Doc("How carefully hyper-parameters are drawn.") @Default("{}") InferenceSettings inference)
      implements LoopSurrogate {

    private static final int MOST = 200;

    @Override
    public Surrogate surrogate(FitSettings settings, int restarts) {
      return new FullyBayesianSurrogate(
          KernelPriors.usual(settings.template()),
          settings.noise().prior().orElse(new Prior.LogNormal(0, 1)),
          MeanTreatment.zero(),
          inference);
    }

    @Override
    public int mostPoints() {
      return MOST;
    }
  }
}
