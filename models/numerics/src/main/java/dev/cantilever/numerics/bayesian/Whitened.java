package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;

/**
 * A latent Gaussian process of mean 0 at n points as {@code u = L η}, {@code L Lᵀ = K + 1e-6}, with
 * η standard normal: a sampler that moves η meets no funnel between u and the parameters of the
 * kernel (Murray and Adams, NIPS 2010, section 2.1, arXiv:1006.0868). Derivatives go backwards
 * through the factor (Murray, 2016, equation 10, arXiv:1602.07527): with {@code g = ∂ℓ/∂u}, {@code
 * h = Lᵀg} and S the symmetric matrix whose lower triangle is that of {@code ½ h ηᵀ}, {@code ∂ℓ/∂K
 * = L⁻ᵀ S L⁻¹}.
 */
final class Whitened {

  /** Added to the diagonal, always the same, so that the density does not jump. */
  static final double NUGGET = 1e-6;

  private final Kernel kernel;
  private final Points x;
  private final double[] eta;
  private final double[][] own;
  private final Cholesky factor;

  /**
   * The process.
   *
   * @param eta η, n numbers
   * @throws NotPositiveDefinite where even a jitter beside the nugget does not help
   */
  Whitened(Kernel kernel, Points x, double[] eta) {
    this.kernel = kernel;
    this.x = x;
    this.eta = eta;
    own = kernel.lower(x);
    int n = eta.length;
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i * n + j] = own[i][j];
        matrix[j * n + i] = own[i][j];
      }
      matrix[i * n + i] += NUGGET;
    }
    factor = Cholesky.factor(matrix, n);
  }

  /** u. */
  double[] values() {
    return factor.times(eta);
  }

  /** {@code ∂ℓ/∂η = Lᵀ g}, found as {@code L⁻¹ (K g)}. */
  double[] etaSlopes(double[] g) {
    double[] product = new double[g.length];
    for (int i = 0; i < g.length; i++) {
      product[i] += (own[i][i] + NUGGET + factor.jitter()) * g[i];
      for (int j = 0; j < i; j++) {
        product[i] += own[i][j] * g[j];
        product[j] += own[i][j] * g[i];
      }
    }
    return factor.forward(product);
  }

  /**
   * With respect to the parameters of the kernel, in the coordinates in which they are fitted.
   *
   * @param h what {@link #etaSlopes} gave
   */
  double[] kernelSlopes(double[] h) {
    int n = h.length;
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      inverse[i][i] = 1;
    }
    factor.forward(inverse);
    double[][] product = product(h, inverse);
    double[][] weights = new double[n][];
    for (int i = 0; i < n; i++) {
      weights[i] = new double[i + 1];
    }
    for (int a = 0; a < n; a++) {
      for (int i = 0; i <= a; i++) {
        double left = inverse[a][i];
        for (int j = 0; j <= i; j++) {
          weights[i][j] += (j < i ? 2 : 1) * left * product[a][j];
        }
      }
    }
    double[] slopes = new double[kernel.parameters().size()];
    kernel.gradient(x, own, weights, slopes, 0);
    return slopes;
  }

  /**
   * {@code S W}: S has rank one on either side of its diagonal, so that sums of rows are enough.
   */
  private double[][] product(double[] h, double[][] w) {
    int n = h.length;
    double[][] product = new double[n][n];
    double[] sum = new double[n];
    for (int a = 0; a < n; a++) {
      for (int c = 0; c < n; c++) {
        sum[c] += eta[a] * w[a][c];
        product[a][c] = 0.5 * h[a] * sum[c];
      }
    }
    double[] below = new double[n];
    for (int a = n - 1; a >= 0; a--) {
      for (int c = 0; c < n; c++) {
        product[a][c] += 0.5 * eta[a] * below[c];
        below[c] += h[a] * w[a][c];
      }
    }
    return product;
  }
}
