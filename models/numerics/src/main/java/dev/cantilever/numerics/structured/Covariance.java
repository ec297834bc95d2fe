package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.Cholesky;
import java.util.List;

/**
 * {@code A = K + V} of n observations, factored: their log density for any residuals, and how it
 * changes with the values behind A (Rasmussen and Williams 2006, equations 2.30 and 5.9).
 *
 * @param own {@code k(x_i, x_j)} for j ≤ i
 * @param noise diagonal of V
 * @param values of the kernel's parameters, then the common noise variance where it is inferred
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Covariance(
    Kernel kernel, Points x, double[][] own, double[] noise, Cholesky factor, double[] values) {

  private static final double LOG_TWO_PI = 1.8378770664093453;

  static Covariance of(Kernel kernel, Points x, double[] noise, double[] values) {
    double[][] own = kernel.lower(x);
    int n = own.length;
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i * n + j] = own[i][j];
        matrix[j * n + i] = own[i][j];
      }
      matrix[i * n + i] += noise[i];
    }
    return new Covariance(kernel, x, own, noise, Cholesky.factor(matrix, n), values);
  }

  /** {@code −½ rᵀA⁻¹r − ½ log det A − (n/2) log 2π}. */
  double logDensity(double[] residuals) {
    double fit = 0;
    for (double z : factor.forward(residuals)) {
      fit += z * z;
    }
    return -0.5 * fit - 0.5 * factor.logDeterminant() - 0.5 * residuals.length * LOG_TWO_PI;
  }

  /** {@code A⁻¹ r}. */
  double[] solve(double[] residuals) {
    return factor.solve(residuals);
  }

  /**
   * Writes the derivatives with respect to {@link #values}, {@code ½ tr((ααᵀ − A⁻¹) ∂A/∂value)}.
   *
   * @param alpha {@code A⁻¹ r}
   * @param at where to begin
   */
  void addSlopes(double[] alpha, double[] into, int at) {
    int n = alpha.length;
    double[] inverse = factor.inverse();
    double[][] weights = new double[n][];
    double byNoise = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        weights[i][j] = alpha[i] * alpha[j] - inverse[i * n + j];
      }
      weights[i][i] *= 0.5;
      byNoise += weights[i][i];
    }
    kernel.gradient(x, own, weights, into, at);
    List<Parameter> parameters = kernel.parameters();
    for (int p = 0; p < parameters.size(); p++) {
      if (parameters.get(p).role().isPositive()) { // the kernel speaks of its logarithm
        into[at + p] /= parameters.get(p).value();
      }
    }
    if (values.length > parameters.size()) {
      into[at + parameters.size()] += byNoise;
    }
  }
}
