package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.CovarianceRows;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.FunctionDraw;

/**
 * A draw by Matheron's rule with inducing points (Wilson et al., ICML 2020, equation 13,
 * arXiv:2002.09309): {@code f(x) = m + g(x) + k_u(x)ᵀ K_uu⁻¹ (u − g(U) − e)}, with g drawn from the
 * prior, u from its posterior and e from the jitter; what was observed since then corrects it in
 * the same way.
 */
final class SparseDraw implements FunctionDraw {

  private final InducedProcess process;
  private final FunctionDraw prior;
  private final Points further;
  private final double[] weights;
  private final double[] furtherWeights;

  private SparseDraw(
      InducedProcess process,
      FunctionDraw prior,
      Points further,
      double[] weights,
      double[] furtherWeights) {
    this.process = process;
    this.prior = prior;
    this.further = further;
    this.weights = weights;
    this.furtherWeights = furtherWeights;
  }

  static SparseDraw of(
      InducedProcess process, Added added, FunctionDraw prior, RandomStream stream) {
    double[] v = process.correction(prior.at(process.u()), stream);
    double[] weights = process.backward(v);
    Points further = added.at().points();
    SparseDraw before =
        new SparseDraw(process, prior, process.u().select(), weights, new double[0]);
    if (further.size() == 0) {
      return before;
    }
    double[] delta = added.correction(before.at(further), stream);
    return new SparseDraw(process, prior, further, added.weights(v, delta), delta);
  }

  @Override
  public double[] at(Points points) {
    double[] values = prior.at(points);
    for (int i = 0; i < values.length; i++) {
      values[i] += process.mean();
    }
    add(values, process.u(), weights, points);
    add(values, further, furtherWeights, points);
    return values;
  }

  private void add(double[] values, Points centres, double[] factors, Points points) {
    if (factors.length > 0) {
      CovarianceRows rows = process.kernel().rows(centres, points);
      double[] row = new double[values.length];
      for (int j = 0; j < factors.length; j++) {
        rows.row(j, row.length, row);
        RowSums.addRow(values, factors[j], row);
      }
    }
  }
}
