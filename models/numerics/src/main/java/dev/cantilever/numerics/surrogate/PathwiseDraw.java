package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;

/**
 * A draw by Matheron's rule (Wilson et al., ICML 2020, equation 12, arXiv:2002.09309): a draw of
 * the prior from random Fourier features, {@code √(2s/M) Σ w_k cos(ω_k·x + b_k)}, and the
 * correction {@code k(x, X) A⁻¹ (y − draw(X) − ε)} that makes it pass by the observations. For
 * stationary kernels; the error of the features falls with {@code 1/√M}.
 */
final class PathwiseDraw implements FunctionDraw {

  private static final int FEATURES = 1024;

  private final GaussianProcess process;
  private final double[][] frequencies;
  private final double[] phases;
  private final double[] weights;
  private final double[] correction;

  private PathwiseDraw(
      GaussianProcess process, double[][] frequencies, double[] phases, double[] weights) {
    this.process = process;
    this.frequencies = frequencies;
    this.phases = phases;
    this.weights = weights;
    this.correction = new double[process.size()];
  }

  static PathwiseDraw of(GaussianProcess process, Stationary kernel, RandomStream stream) {
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
    PathwiseDraw draw = new PathwiseDraw(process, frequencies, phases, weights);
    draw.correct(stream);
    return draw;
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

  private void correct(RandomStream stream) {
    double[] prior = prior(process.inputs());
    double[] left = process.residuals();
    double[] noise = process.noiseVariance();
    for (int i = 0; i < left.length; i++) {
      left[i] -= prior[i] + Math.sqrt(noise[i]) * stream.nextNormal();
    }
    System.arraycopy(process.solve(left), 0, correction, 0, left.length);
  }

  private double[] prior(Points points) {
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

  @Override
  public double[] at(Points points) {
    double[] values = prior(points);
    double[] mean = process.mean().at(points);
    double[][] k = process.kernel().covariance(process.inputs(), points);
    for (int i = 0; i < k.length; i++) {
      for (int c = 0; c < values.length; c++) {
        values[c] += k[i][c] * correction[i];
      }
    }
    for (int c = 0; c < values.length; c++) {
      values[c] += mean[c];
    }
    return values;
  }
}
