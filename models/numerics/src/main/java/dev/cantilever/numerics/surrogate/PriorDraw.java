package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;

/**
 * A draw of the prior of mean 0 from random Fourier features, {@code √(2s/M) Σ w_k cos(ω_k·x +
 * b_k)} (Rahimi and Recht, NIPS 2007). For stationary kernels; its error falls with {@code 1/√M}.
 */
final class PriorDraw implements FunctionDraw {

  private static final int FEATURES = 1024;

  private final double[][] frequencies;
  private final double[] phases;
  private final double[] weights;

  private PriorDraw(double[][] frequencies, double[] phases, double[] weights) {
    this.frequencies = frequencies;
    this.phases = phases;
    this.weights = weights;
  }

  static PriorDraw of(Stationary kernel, RandomStream stream) {
    int d = kernel.lengthscales().size();
    double[][] frequencies = new double[FEATURES][d];
    double[] phases = new double[FEATURES];
    double[] weights = new double[FEATURES];
    double scale = Math.sqrt(2 * kernel.outputScale() / FEATURES);
    for (int f = 0; f < FEATURES; f++) {
      double spread = spread(kernel.family(), stream);
      for (int k = 0; k < d; k++) {
        frequencies[f][k] = stream.nextNormal() * spread / kernel.lengthscales().get(k);
      }
      phases[f] = 2 * StrictMath.PI * stream.nextDouble();
      weights[f] = scale * stream.nextNormal();
    }
    return new PriorDraw(frequencies, phases, weights);
  }

  /** Of a Matérn kernel frequencies follow Student's t with 2ν degrees of freedom. */
  private static double spread(KernelFamily family, RandomStream stream) {
    int freedom =
        switch (family) {
          case RBF -> 0;
          case MATERN12 -> 1;
          case MATERN32 -> 3;
          case MATERN52 -> 5;
        };
    double squares = 0;
    for (int i = 0; i < freedom; i++) {
      double z = stream.nextNormal();
      squares += z * z;
    }
    return freedom == 0 ? 1 : Math.sqrt(freedom / squares);
  }

  @Override
  public double[] at(Points points) {
    double[] values = new double[points.size()];
    for (int f = 0; f < FEATURES; f++) {
      for (int i = 0; i < values.length; i++) {
        double angle = phases[f];
        for (int k = 0; k < frequencies[f].length; k++) {
          angle += frequencies[f][k] * points.get(i, k);
        }
        values[i] += weights[f] * StrictMath.cos(angle);
      }
    }
    return values;
  }
}
