package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;

/**
 * A draw by Matheron's rule (Wilson et al., ICML 2020, equation 12, arXiv:2002.09309): a draw of
 * the prior and the correction {@code k(x, X) A⁻¹ (y − draw(X) − ε)} that makes it pass by the
 * observations. For stationary kernels, with the error of {@link PriorDraw}.
 */
final class PathwiseDraw implements FunctionDraw {

  private final GaussianProcess process;
  private final PriorDraw prior;
  private final double[] correction;

  private PathwiseDraw(GaussianProcess process, PriorDraw prior) {
    this.process = process;
    this.prior = prior;
    this.correction = new double[process.size()];
  }

  static PathwiseDraw of(GaussianProcess process, Stationary kernel, RandomStream stream) {
    PathwiseDraw draw = new PathwiseDraw(process, PriorDraw.of(kernel, stream));
    draw.correct(stream);
    return draw;
  }

  private void correct(RandomStream stream) {
    double[] drawn = prior.at(process.inputs());
    double[] left = process.residuals();
    double[] noise = process.noiseVariance();
    for (int i = 0; i < left.length; i++) {
      left[i] -= drawn[i] + Math.sqrt(noise[i]) * stream.nextNormal();
    }
    System.arraycopy(process.solve(left), 0, correction, 0, left.length);
  }

  @Override
  public double[] at(Points points) {
    double[] values = prior.at(points);
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
