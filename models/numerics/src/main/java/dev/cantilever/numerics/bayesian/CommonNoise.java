package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.LikelihoodGradient;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One variance for all observations.
 *
 * @param count number of observations
 */
record CommonNoise(Prior prior, int count) implements NoisePart {

  @Override
  public List<Unknown> unknowns() {
    return List.of(Unknown.positive("noise variance", prior));
  }

  @Override
  public Here at(double[] values) {
    return new Same(values[0], count);
  }

  private record Same(double variance, int count) implements Here {

    @Override
    public double[] variances() {
      double[] same = new double[count];
      Arrays.fill(same, variance);
      return same;
    }

    @Override
    public double[] slopes(GaussianProcess process, LikelihoodGradient common) {
      return new double[] {common.logNoise() / variance};
    }
  }

  @Override
  public double[] known(double noiseVariance) {
    return new double[] {noiseVariance};
  }

  @Override
  public double typical(double[] values) {
    return values[0];
  }

  /** The mean of the drawn variances: it makes the variance of an observation exact. */
  @Override
  public Optional<PredictedNoise> predicted(List<double[]> draws) {
    double sum = 0;
    for (double[] values : draws) {
      sum += values[0];
    }
    double mean = sum / draws.size();
    return Optional.of(
        points -> {
          double[] same = new double[points.size()];
          Arrays.fill(same, mean);
          return same;
        });
  }
}
