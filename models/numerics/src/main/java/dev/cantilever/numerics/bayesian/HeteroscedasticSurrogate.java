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
 * A Gaussian process whose noise is a second one: {@code log v(x) ~ GP(level, k_n)}, {@code y ~
 * N(m, K + diag(v))} (Goldberg, Williams and Bishop, NIPS 1997). The log noise at the training
 * inputs is drawn together with all hyper-parameters, in whitened coordinates; v is part of the
 * covariance of the training inputs, so that the mean does not follow the noise. For up to some
 * hundred observations.
 *
 * @param kernel of the function
 * @param mean of the function
 * @param noiseKernel of log v
 * @param logNoise mean of log v; a known function or a constant with a prior
 */
public record HeteroscedasticSurrogate(
    KernelPriors kernel,
    MeanTreatment mean,
    KernelPriors noiseKernel,
    MeanTreatment logNoise,
    InferenceSettings settings)
    implements Surrogate {

  public HeteroscedasticSurrogate {
    if (logNoise instanceof MeanTreatment.Profiled) {
      throw new IllegalArgumentException(
          "the mean of the log noise cannot be profiled, for it is not observed; give it a prior");
    }
  }

  /**
   * LogNormal(0, 1) for every positive parameter, mean 0, and a level of log v that is Normal(−3,
   * 2): noise deviations from 0.03 to 1.6 of standardised observations within two deviations.
   */
  public static HeteroscedasticSurrogate usual(Kernel template, Kernel noiseTemplate) {
    return new HeteroscedasticSurrogate(
        KernelPriors.usual(template),
        MeanTreatment.zero(),
        KernelPriors.usual(noiseTemplate),
        new MeanTreatment.Constant(new Prior.Normal(-3, 2)),
        InferenceSettings.STANDARD);
  }

  /**
   * Learns.
   *
   * @throws IllegalArgumentException where the noise was measured: then nothing of it is latent
   */
  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return fit(data, before, stream).learned();
  }

  /** Learns, and tells of the draws and the noise; as {@link #learn} otherwise. */
  public BayesianFit fit(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return new Fitting(settings).fit(model(data), before, stream);
  }

  Model model(Observations data) {
    if (data.noiseVariance().isPresent()) {
      throw new IllegalArgumentException(
          "the noise was measured, nothing of it is latent; use a FullyBayesianSurrogate and a"
              + " NoiseModel, or leave the measured variances out");
    }
    NoisePart noise = new LatentNoise(noiseKernel, logNoise, data.x());
    return new Model(kernel, mean, noise, new KnownInputs(data.x()), data.y());
  }
}
