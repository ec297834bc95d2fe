package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;

/**
 * Observations that came after the inducing points were fixed. The process is conditioned on them
 * exactly: with covariance C between them and noise V, {@code γ = (C + V)⁻¹ (y − μ)}.
 */
final class Added {

  private final InducedProcess process;
  private final Features at;
  private final double[] residuals;
  private final double[] noise;
  private final Cholesky factor;
  private final double[] gamma;

  private Added(
      InducedProcess process, Features at, double[] residuals, double[] noise, Cholesky factor) {
    this.process = process;
    this.at = at;
    this.residuals = residuals;
    this.noise = noise;
    this.factor = factor;
    this.gamma = factor.solve(residuals);
  }

  static Added none(InducedProcess process) {
    Cholesky empty = Cholesky.factor(new double[0][]);
    return new Added(process, Features.none(process), new double[0], new double[0], empty);
  }

  Added plus(Features one, double y, double noiseVariance) {
    int t = at.size();
    double[] column = InducedProcess.column(at.covariance(process.kernel(), one), 0);
    Cholesky larger = factor.extend(column, one.variances()[0] + noiseVariance);
    double[] longer = Arrays.copyOf(residuals, t + 1);
    longer[t] = y - process.means(one)[0];
    double[] noises = Arrays.copyOf(noise, t + 1);
    noises[t] = noiseVariance;
    return new Added(process, at.plus(one), longer, noises, larger);
  }

  Features at() {
    return at;
  }

  double[] gamma() {
    return gamma.clone();
  }

  /** {@code (C + V)⁻¹ b}. */
  double[] solve(double[] b) {
    return factor.solve(b);
  }

  /** {@code Σ_e factors_e a_e}. */
  double[] combination(double[] factors) {
    double[] sum = new double[at.a().length];
    for (int j = 0; j < sum.length; j++) {
      sum[j] = RowSums.dot(at.a()[j], factors);
    }
    return sum;
  }

  /**
   * The weights of {@code k_u} where those of {@code k_E} are {@code factors}: {@code L⁻ᵀ (v − (I −
   * B⁻¹) Σ_e factors_e a_e)}.
   */
  double[] weights(double[] v, double[] factors) {
    double[] left = v.clone();
    RowSums.addRow(left, -1, process.told(combination(factors)));
    return process.backward(left);
  }

  /** {@code ∂k(x, x_e)/∂x_k} at one point: d × t. */
  double[][] inputSlopes(Points one) {
    return at.size() == 0
        ? new double[one.dimension()][0]
        : process.kernel().inputSlopes(one, at.points());
  }

  /** {@code (C + V)⁻¹ (y − f − ε)} for a function drawn before these were known. */
  double[] correction(double[] f, RandomStream stream) {
    double[] left = process.means(at);
    for (int e = 0; e < left.length; e++) {
      left[e] += residuals[e] - f[e] - Math.sqrt(noise[e]) * stream.nextNormal();
    }
    return factor.solve(left);
  }

  /** Covariances of these t observations with points: t × N. */
  double[][] covariance(Features points) {
    return at.covariance(process.kernel(), points);
  }

  /**
   * Conditions means and variances at points.
   *
   * @return t rows whose products are to be taken from covariances between the points
   */
  double[][] condition(Features points, double[] means, double[] variances) {
    double[][] rows = covariance(points);
    for (int e = 0; e < rows.length; e++) {
      RowSums.addRow(means, gamma[e], rows[e]);
    }
    factor.forward(rows);
    for (double[] row : rows) {
      RowSums.addSquares(variances, -1, row);
    }
    return rows;
  }
}
