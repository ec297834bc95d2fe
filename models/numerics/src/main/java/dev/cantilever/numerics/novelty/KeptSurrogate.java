package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Surrogate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An exact Gaussian process with the hyper-parameters found before: takes in new observations
 * without a fit, whose cost is many times that of the process itself.
 *
 * @param settings with which the hyper-parameters were found
 */
record KeptSurrogate(FitSettings settings) implements Surrogate {

  /**
   * The process given the observations.
   *
   * @throws IllegalArgumentException where nothing was found before
   */
  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    Hyperparameters kept =
        before.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there are no hyper-parameters to keep; fit them once first"));
    GaussianProcess process =
        GaussianProcess.given(
            kept.kernel(settings.template()),
            kept.mean(),
            data.x(),
            data.y().toArray(),
            noise(data, kept));
    double likelihood = process.logMarginalLikelihood();
    return new Learned(process, kept, likelihood, process.jitter(), List.of(), 1);
  }

  private static double[] noise(Observations data, Hyperparameters kept) {
    if (data.noiseVariance().isPresent()) {
      return data.noiseVariance().get().toArray();
    }
    double[] same = new double[data.size()];
    Arrays.fill(same, kept.noiseVariance());
    return same;
  }
}
