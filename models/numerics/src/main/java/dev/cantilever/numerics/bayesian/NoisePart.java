package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.LikelihoodGradient;
import java.util.List;
import java.util.Optional;

/** How the noise variances of the observations come about. Values are those of its unknowns. */
sealed interface NoisePart permits KnownNoise, CommonNoise, LatentNoise {

  List<Unknown> unknowns();

  Here at(double[] values);

  /** What a noise variance of before says of the values; NaN where it says nothing. */
  double[] known(double noiseVariance);

  /** One number for the noise of a further observation. */
  double typical(double[] values);

  /** Noise at any point, from many draws; empty where the model does not say. */
  Optional<PredictedNoise> predicted(List<double[]> draws);

  /** The noise at one set of values. */
  interface Here {

    /** One variance for each observation; finite and above 0 unless measured as 0. */
    double[] variances();

    /** Derivatives of the log likelihood with respect to the values. */
    double[] slopes(GaussianProcess process, LikelihoodGradient common);
  }
}
