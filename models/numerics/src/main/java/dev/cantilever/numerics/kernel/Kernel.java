package dev.cantilever.numerics.kernel;

import java.util.List;

/**
 * A covariance function {@code k(x, z)} with its parameters.
 *
 * <p>Parameters have one fixed order. A positive one is fitted through its logarithm, any other as
 * it is; {@link #gradient} speaks of these coordinates.
 */
public sealed interface Kernel
    permits Stationary,
        Periodic,
        RationalQuadratic,
        Linear,
        Polynomial,
        InfiniteNetwork,
        TaskKernel,
        SumKernel,
        ProductKernel,
        OnInputs,
        Held {

  /** A way to compute {@code k(x_i, z_j)} row by row. */
  CovarianceRows rows(Points x, Points z);

  /** {@code k(x_i, x_i)}, the prior variance at each of n points. */
  double[] variances(Points x);

  /** All parameters in their order. */
  List<Parameter> parameters();

  /**
   * The same structure with other values.
   *
   * @param values one for each of {@link #parameters()}, in the same order
   */
  Kernel with(double[] values);

  /**
   * Adds {@code Σ_{j≤i} w_ij ∂k(x_i, x_j)/∂θ} for every parameter.
   *
   * @param own {@code k(x_i, x_j)} for j ≤ i, as {@link #lower} gives it
   * @param weights w, likewise; the caller doubles what lies off the diagonal
   * @param into where to add, one number a parameter
   * @param at index of the first parameter
   */
  void gradient(Points x, double[][] own, double[][] weights, double[] into, int at);

  /** {@code ∂k(x, z_j)/∂x_k} at one point x, as d rows of n. */
  double[][] inputSlopes(Points one, Points z);

  /** {@code ∂k(x, x)/∂x_k} at one point; 0 for every stationary kernel. */
  default double[] varianceSlopes(Points one) {
    return new double[one.dimension()];
  }

  /** {@code k(X, Z)}: one row for each point of X. */
  default double[][] covariance(Points x, Points z) {
    CovarianceRows source = rows(x, z);
    double[][] matrix = new double[x.size()][z.size()];
    for (int i = 0; i < matrix.length; i++) {
      source.row(i, z.size(), matrix[i]);
    }
    return matrix;
  }

  /** {@code k(x_i, x_j)} for j ≤ i: row i has i + 1 numbers. */
  default double[][] lower(Points x) {
    CovarianceRows source = rows(x, x);
    double[][] matrix = new double[x.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = new double[i + 1];
      source.row(i, i + 1, matrix[i]);
    }
    return matrix;
  }
}
