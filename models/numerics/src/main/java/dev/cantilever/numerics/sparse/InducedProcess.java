package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.random.RandomStream;
import java.util.function.IntFunction;

/**
 * The process that the inducing points carry. In the coordinates {@code v = L⁻¹(u − m)} the best
 * belief is {@code N(h, B⁻¹)}, and at a point with {@code a = L⁻¹ k_u(x)} the function has mean
 * {@code m + aᵀh} and covariance {@code k − aᵀa' + aᵀB⁻¹a'} (Titsias 2009, equation 6).
 */
final class InducedProcess {

  private final Kernel kernel;
  private final double mean;
  private final Points u;
  private final double jitter;
  private final Cholesky uu;
  private final Cholesky factor;
  private final double[] h;

  private InducedProcess(CollapsedBound bound) {
    Projection projection = bound.projection();
    this.kernel = bound.kernel();
    this.mean = bound.mean();
    this.u = bound.inducing().points();
    this.uu = projection.uu();
    this.jitter = bound.inducing().jitter() + uu.jitter();
    this.factor = projection.factor();
    this.h = projection.whitenedMean(mean);
  }

  static InducedProcess of(CollapsedBound bound) {
    return new InducedProcess(bound);
  }

  Kernel kernel() {
    return kernel;
  }

  double mean() {
    return mean;
  }

  /** The inducing points U. */
  Points u() {
    return u;
  }

  /** Points as the inducing points see them; m² operations each. */
  Features features(Points points) {
    double[][] a = kernel.covariance(u, points);
    uu.forward(a);
    double[][] w = new double[a.length][];
    for (int j = 0; j < w.length; j++) {
      w[j] = a[j].clone();
    }
    factor.forward(w);
    return new Features(points, kernel.variances(points), a, w);
  }

  /** Means at points. */
  double[] means(Features at) {
    double[] means = at.combination(h);
    for (int c = 0; c < means.length; c++) {
      means[c] += mean;
    }
    return means;
  }

  /** β, the weights of {@code k_u} in the mean. */
  double[] weights() {
    return backward(h);
  }

  double[] whitenedMean() {
    return h.clone();
  }

  /** {@code (I − B⁻¹) a}: by {@code a} what the observations tell of a function. */
  double[] told(double[] a) {
    double[] left = a.clone();
    RowSums.addRow(left, -1, factor.solve(a));
    return left;
  }

  /** {@code L⁻ᵀ v}. */
  double[] backward(double[] v) {
    return uu.solve(uu.times(v));
  }

  /**
   * {@code v − L⁻¹(p + e)} for a draw of v and a draw e of the jitter: what is to be added to a
   * function drawn from the prior.
   *
   * @param p that function at U
   */
  double[] correction(double[] p, RandomStream stream) {
    double[] normals = new double[h.length];
    double[] prior = p.clone();
    for (int j = 0; j < h.length; j++) {
      normals[j] = stream.nextNormal();
      prior[j] += Math.sqrt(jitter) * stream.nextNormal();
    }
    double[] v = factor.solve(factor.times(normals)); // L_B⁻ᵀ z
    RowSums.addRow(v, 1, h);
    RowSums.addRow(v, -1, uu.forward(prior));
    return v;
  }

  /** The same as {@link #explainedBetween} for the members of a pool, with m numbers kept each. */
  IntFunction<double[]> explainedOver(Points pool) {
    double[][] a = kernel.covariance(u, pool);
    uu.forward(a);
    return candidate -> {
      double[] factors = told(column(a, candidate));
      double[] sum = new double[pool.size()];
      for (int j = 0; j < a.length; j++) {
        RowSums.addRow(sum, factors[j], a[j]);
      }
      return sum;
    };
  }

  /** {@code k_u(x)ᵀ (K_uu⁻¹ − Λ⁻¹) k_u(·)} for one point, without keeping anything for many. */
  double[] explainedBetween(Points one, Points many) {
    double[] weights = backward(told(column(features(one).a(), 0)));
    double[] sum = new double[many.size()];
    double[] row = new double[many.size()];
    var rows = kernel.rows(u, many);
    for (int j = 0; j < weights.length; j++) {
      rows.row(j, row.length, row);
      RowSums.addRow(sum, weights[j], row);
    }
    return sum;
  }

  static double[] column(double[][] rows, int c) {
    double[] column = new double[rows.length];
    for (int j = 0; j < column.length; j++) {
      column[j] = rows[j][c];
    }
    return column;
  }
}
