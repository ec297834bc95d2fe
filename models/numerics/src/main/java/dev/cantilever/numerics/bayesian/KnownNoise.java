package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.LikelihoodGradient;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/** Measured at every observation; nothing is drawn. */
record KnownNoise(Series measured) implements NoisePart, NoisePart.Here {

  @Override
  public List<Unknown> unknowns() {
    return List.of();
  }

  @Override
  public KnownNoise at(double[] values) {
    return this;
  }

  @Override
  public double[] known(double noiseVariance) {
    return new double[0];
  }

  @Override
  public double[] variances() {
    return measured.toArray();
  }

  @Override
  public double[] slopes(GaussianProcess process, LikelihoodGradient common) {
    return new double[0];
  }

  /** As an exact fit reports measured noise: nothing was inferred. */
  @Override
  public double typical(double[] values) {
    return 0;
  }

  @Override
  public Optional<PredictedNoise> predicted(List<double[]> draws) {
    return Optional.empty();
  }
}
