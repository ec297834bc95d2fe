package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Surrogate;
import java.util.Optional;

/**
 * A Gaussian process whose hyper-parameters are drawn from their posterior, {@code p(θ | y) ∝ N(y;
 * m, K_θ + diag(v)) p(θ)}, by the No-U-Turn sampler (Hoffman and Gelman, J. Mach. Learn. Res. 15
 * (2014) 1593); the posterior is the equal-weight mixture over draws. A transition costs some ten
 * likelihoods, so this is for up to a few hundred observations.
 *
 * @param kernel structure and priors
 * @param noise prior of the noise variance; not used where the noise was measured
 * @param mean what is expected before any observation
 * @param settings how long to draw, and when to believe it
 */
public record FullyBayesianSurrogate(
    KernelPriors kernel, Prior noise, MeanTreatment mean, InferenceSettings settings)
    implements Surrogate {

  public FullyBayesianSurrogate {
    Unknown.positive("noise variance", noise); // refuses priors below 0
  }

  /** LogNormal(0, 1) for every positive parameter and the noise variance, mean 0. */
  public static FullyBayesianSurrogate usual(Kernel template) {
    return new FullyBayesianSurrogate(
        KernelPriors.usual(template),
        new Prior.LogNormal(0, 1),
        MeanTreatment.zero(),
        InferenceSettings.STANDARD);
  }

  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return fit(data, before, stream).learned();
  }

  /** Learns, and tells of the draws; arguments and refusals as those of {@link #learn}. */
  public BayesianFit fit(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return new Fitting(settings).fit(model(data), before, stream);
  }

  Model model(Observations data) {
    return new Model(kernel, mean, noise(data, noise), new KnownInputs(data.x()), data.y());
  }

  /** Measured where it is known, otherwise the same for all. */
  static NoisePart noise(Observations data, Prior prior) {
    return data.noiseVariance().isPresent()
        ? new KnownNoise(data.noiseVariance().orElseThrow())
        : new CommonNoise(prior, data.size());
  }
}
