package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Held;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Polynomial;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How noise that was measured at some points, for example as the variance of replicates, is
 * predicted elsewhere. Both models are of log v, so that no prediction falls below 0; what they say
 * is added to predictive variances only.
 */
public sealed interface NoiseModel {

  /**
   * Learns.
   *
   * @param x n inputs, scaled
   * @param variances n measured noise variances, above 0
   */
  PredictedNoise learn(Points x, Series variances, RandomStream stream);

  /**
   * {@code log v = b₀ + b·x + e}, Bayesian linear regression: b ~ N(0, deviation²) each, e ~ N(0,
   * w), w ~ LogNormal(0, 1). It is the process whose kernel is {@code deviation² (1 + x·z)}
   * (Rasmussen and Williams 2006, section 2.1.2).
   *
   * @param deviation a priori, of every coefficient
   */
  record Linear(double deviation, InferenceSettings settings) implements NoiseModel {

    public Linear {
      if (!(deviation > 0 && deviation <= 1e6)) {
        throw new IllegalArgumentException(
            "the deviation of coefficients must be in (0, 1e6], not " + deviation);
      }
    }

    /** Coefficients N(0, 10²). */
    public static Linear usual() {
      return new Linear(10, InferenceSettings.STANDARD);
    }

    @Override
    public PredictedNoise learn(Points x, Series variances, RandomStream stream) {
      Kernel line =
          new Held(
              Set.of(Role.OUTPUT_SCALE, Role.OFFSET), new Polynomial(deviation * deviation, 1, 1));
      Surrogate regression =
          new FullyBayesianSurrogate(
              new KernelPriors(line, Map.of()),
              new Prior.LogNormal(0, 1),
              MeanTreatment.zero(),
              settings);
      return new LogNoise(posterior(regression, x, logarithms(variances), stream));
    }
  }

  /**
   * {@code log v} is a function of its own, standardised before it is learnt.
   *
   * @param surrogate of log v
   */
  record Smooth(Surrogate surrogate) implements NoiseModel {

    /** A fully Bayesian process with an RBF kernel. */
    public static Smooth usual(int dimension) {
      double[] half = new double[dimension];
      Arrays.fill(half, 0.5);
      return new Smooth(
          FullyBayesianSurrogate.usual(new Stationary(KernelFamily.RBF, 1, Series.of(half))));
    }

    @Override
    public PredictedNoise learn(Points x, Series variances, RandomStream stream) {
      double[] logarithms = logarithms(variances);
      Standardisation scale = Standardisation.of(logarithms);
      return new LogNoise(posterior(surrogate, x, scale.apply(logarithms), stream), scale);
    }
  }

  private static Posterior posterior(
      Surrogate surrogate, Points x, double[] y, RandomStream stream) {
    return surrogate.learn(Observations.of(x, y), Optional.empty(), stream).posterior();
  }

  private static double[] logarithms(Series variances) {
    double[] logarithms = variances.toArray();
    for (int i = 0; i < logarithms.length; i++) {
      if (!(logarithms[i] > 0) || Double.isInfinite(logarithms[i])) {
        throw new IllegalArgumentException(
            ("noise variance %d is %s, but a model of its logarithm needs finite ones above 0; give"
                    + " at least the variance of the read-out")
                .formatted(i + 1, logarithms[i]));
      }
      logarithms[i] = StrictMath.log(logarithms[i]);
    }
    return logarithms;
  }
}
