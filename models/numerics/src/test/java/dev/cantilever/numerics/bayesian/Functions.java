package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Points, kernels and made-up observations that the tests of this package share. */
final class Functions {

  /** Six inputs and observations of no meaning. */
  static final Points SIX = line(0.0, 0.15, 0.4, 0.55, 0.8, 1.0);

  static final double[] SIX_Y = {0.2, 0.9, 0.3, -0.6, -1.1, 0.1};

  private Functions() {}

  static Points line(double... places) {
    return Points.of(
        Arrays.stream(places).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
  }

  /** {@code count} places from 0 to 1. */
  static Points grid(int count) {
    double[] places = new double[count];
    for (int i = 0; i < count; i++) {
      places[i] = i / (count - 1.0);
    }
    return line(places);
  }

  static Kernel kernel(KernelFamily family, int dimension) {
    double[] half = new double[dimension];
    Arrays.fill(half, 0.5);
    return new Stationary(family, 1, Series.of(half));
  }

  /** Few draws, no second attempt. */
  static InferenceSettings brief(int warmUp, int draws) {
    return new InferenceSettings(SamplerSettings.of(warmUp, draws), new RestartRule(1.1, 0), 32);
  }

  static Observations six() {
    return Observations.of(SIX, SIX_Y);
  }

  /** The function at places that are off by {@code inputs}, and noise. */
  static Observations observed(
      Points x,
      DoubleUnaryOperator function,
      DoubleUnaryOperator deviation,
      double inputs,
      RandomStream stream) {
    double[] y = new double[x.size()];
    for (int i = 0; i < y.length; i++) {
      double at = x.get(i, 0);
      double really = at + inputs * stream.nextNormal();
      y[i] = function.applyAsDouble(really) + deviation.applyAsDouble(at) * stream.nextNormal();
    }
    return Observations.of(x, y);
  }
}
