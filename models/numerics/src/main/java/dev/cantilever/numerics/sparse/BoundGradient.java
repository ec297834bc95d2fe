package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Derivatives of the bound. With {@code Λ = K_uu + K_uf D⁻¹ K_fu}, {@code β = Λ⁻¹ K_uf D⁻¹ r} and
 * {@code a = D⁻¹ (r − K_fu β)} they are, by covariance,
 *
 * <ul>
 *   <li>{@code β aᵀ + (K_uu⁻¹ − Λ⁻¹) K_uf D⁻¹} for K_uf,
 *   <li>{@code −½ (ββᵀ + K_uu⁻¹ΛK_uu⁻¹ − 2K_uu⁻¹ + Λ⁻¹)} for K_uu,
 *   <li>{@code −½ / d_i} for k_ii,
 * </ul>
 *
 * and the kernel carries them on to its parameters and to the inducing points. A kernel knows lower
 * triangles only; so the observations are taken in blocks as large as U, and the triangle of U
 * followed by a block has weights between the two and on the diagonal of the block. That computes
 * each covariance twice, which is little beside the O(n m²) of the rest.
 */
final class BoundGradient {

  /** Smaller blocks cost more to begin than to compute. */
  private static final int SMALLEST_BLOCK = 64;

  private final Kernel kernel;
  private final Observations data;
  private final Points u;
  private final double mean;
  private final double[] beta;
  private final double[][] explained;
  private final double[] ofKernel;
  private final double[][] ofPositions;
  private double logNoise;

  private BoundGradient(CollapsedBound bound, double[] beta, boolean positions) {
    this.kernel = bound.kernel();
    this.data = bound.data();
    this.u = bound.inducing().points();
    this.mean = bound.mean();
    this.beta = beta;
    this.ofKernel = new double[kernel.parameters().size()];
    this.ofPositions = new double[positions ? u.size() : 0][u.dimension()];
    Projection projection = bound.projection();
    Sandwich sandwich = new Sandwich(projection);
    this.explained = sandwich.explained();
    this.logNoise = 0.5 * (projection.unexplained() - (data.size() - u.size() + sandwich.trace()));
    addInducing(sandwich.excess(projection.b()));
    addObservations();
  }

  /**
   * All derivatives, in O(n m²).
   *
   * @param beta m weights of {@code k(U, ·)} in the posterior mean
   * @param positions whether those with respect to inducing points are wanted
   */
  static BoundGradient of(CollapsedBound bound, double[] beta, boolean positions) {
    return new BoundGradient(bound, beta, positions);
  }

  /** With respect to each parameter of the kernel, in the coordinate in which it is fitted. */
  double[] kernel() {
    return ofKernel.clone();
  }

  /** With respect to a common logarithmic factor on all noise variances. */
  double logNoise() {
    return logNoise;
  }

  /** With respect to the inducing points, m × d; no rows where they were not wanted. */
  double[][] positions() {
    return ofPositions.clone();
  }

  private void addInducing(double[][] excess) {
    double[][] weights = new double[u.size()][];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = new double[i + 1];
      for (int j = 0; j < weights.length; j++) {
        excess[i][j] = -0.5 * (beta[i] * beta[j] + excess[i][j]);
      }
      for (int j = 0; j <= i; j++) {
        weights[i][j] = (i == j ? 1 : 2) * excess[i][j];
      }
    }
    kernel.gradient(u, kernel.lower(u), weights, ofKernel, 0);
    for (int j = 0; j < ofPositions.length; j++) {
      double[] own = kernel.varianceSlopes(u.select(j));
      double[][] slopes = kernel.inputSlopes(u.select(j), u);
      for (int k = 0; k < own.length; k++) {
        double others = RowSums.dot(excess[j], slopes[k]) - excess[j][j] * slopes[k][j];
        ofPositions[j][k] += 2 * others + excess[j][j] * own[k];
      }
    }
  }

  private void addObservations() {
    double[][] rows = new double[u.size() + data.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i < u.size() ? u.row(i) : data.x().row(i - u.size());
    }
    Points all = Points.of(rows);
    double[] noise = Noise.required(data);
    int block = Math.max(SMALLEST_BLOCK, u.size());
    for (int from = 0; from < data.size(); from += block) {
      int first = u.size() + from;
      int last = Math.min(rows.length, first + block);
      IntStream chosen =
          IntStream.concat(IntStream.range(0, u.size()), IntStream.range(first, last));
      addBlock(all.select(chosen.toArray()), noise, from);
    }
  }

  /**
   * Adds what one block says.
   *
   * @param both the inducing points, then the block
   * @param from number of the first observation of the block
   */
  private void addBlock(Points both, double[] noise, int from) {
    int m = u.size();
    double[][] own = kernel.lower(both);
    double[][] weights = new double[own.length][];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = new double[i + 1];
    }
    RowSums.add(behind(weights), behind(own), explained);
    for (int i = m; i < weights.length; i++) {
      double variance = noise[from + i - m];
      double residual = data.y().get(from + i - m) - mean - RowSums.dot(beta, own[i]);
      for (int j = 0; j < m; j++) {
        weights[i][j] = (weights[i][j] + beta[j] * residual) / variance;
      }
      weights[i][i] = -0.5 / variance;
      logNoise += 0.5 * residual * residual / variance;
    }
    kernel.gradient(both, own, weights, ofKernel, 0);
    if (ofPositions.length > 0) {
      Points block = both.select(IntStream.range(m, own.length).toArray());
      addPositions(block, behind(weights));
    }
  }

  /** What belongs to the observations of a block. */
  private double[][] behind(double[][] rows) {
    return Arrays.copyOfRange(rows, u.size(), rows.length);
  }

  private void addPositions(Points block, double[][] weights) {
    double[] column = new double[weights.length];
    for (int j = 0; j < ofPositions.length; j++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = weights[i][j];
      }
      double[][] slopes = kernel.inputSlopes(u.select(j), block);
      for (int k = 0; k < slopes.length; k++) {
        ofPositions[j][k] += RowSums.dot(column, slopes[k]);
      }
    }
  }
}
