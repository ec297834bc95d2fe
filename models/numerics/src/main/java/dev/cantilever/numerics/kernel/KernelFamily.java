package dev.cantilever.numerics.kernel;

import dev.cantilever.numerics.linalg.Exponential;

/**
 * Stationary kernels as functions of the scaled squared distance {@code r² = Σ ((x_j − z_j)/l_j)²}
 * (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equations 4.9, 4.16 and
 * 4.17). Many values at once and one alone have equal bits.
 */
public enum KernelFamily {
  /** {@code exp(−r²/2)}: smooth. */
  RBF {
    @Override
    void values(double[] r2, int count) {
      for (int j = 0; j < count; j++) {
        r2[j] *= -0.5;
      }
      Exponential.replace(r2, count);
    }

    @Override
    void slopes(double[] r2, double[] covariances, double[] weights) {
      for (int j = 0; j < r2.length; j++) {
        r2[j] = -0.5 * covariances[j] * weights[j];
      }
    }
  },

  /** {@code exp(−r)}: continuous, not differentiable; rough. */
  MATERN12 {
    @Override
    void values(double[] r2, int count) {
      for (int j = 0; j < count; j++) {
        r2[j] = -Math.sqrt(r2[j]);
      }
      Exponential.replace(r2, count);
    }

    /** Not defined at 0; there it is only ever multiplied by a difference of 0. */
    @Override
    void slopes(double[] r2, double[] covariances, double[] weights) {
      for (int j = 0; j < r2.length; j++) {
        r2[j] = r2[j] == 0 ? 0 : -0.5 * covariances[j] / Math.sqrt(r2[j]) * weights[j];
      }
    }
  },

  /** {@code (1 + √3 r) exp(−√3 r)}: once differentiable. */
  MATERN32 {
    @Override
    void values(double[] r2, int count) {
      double[] factors = new double[count];
      for (int j = 0; j < count; j++) {
        double u = Math.sqrt(3 * r2[j]);
        factors[j] = 1 + u;
        r2[j] = -u;
      }
      Exponential.replace(r2, count);
      multiply(r2, factors);
    }

    @Override
    void slopes(double[] r2, double[] covariances, double[] weights) {
      for (int j = 0; j < r2.length; j++) {
        r2[j] = -1.5 * covariances[j] / (1 + Math.sqrt(3 * r2[j])) * weights[j];
      }
    }
  },

  /** {@code (1 + √5 r + 5r²/3) exp(−√5 r)}: twice differentiable. */
  MATERN52 {
    @Override
    void values(double[] r2, int count) {
      double[] factors = new double[count];
      for (int j = 0; j < count; j++) {
        double u = Math.sqrt(5 * r2[j]);
        factors[j] = 1 + u + u * u / 3;
        r2[j] = -u;
      }
      Exponential.replace(r2, count);
      multiply(r2, factors);
    }

    @Override
    void slopes(double[] r2, double[] covariances, double[] weights) {
      for (int j = 0; j < r2.length; j++) {
        double u = Math.sqrt(5 * r2[j]);
        r2[j] = -5.0 / 6 * (1 + u) / (1 + u + u * u / 3) * covariances[j] * weights[j];
      }
    }
  };

  /** Replaces the first {@code count} squared distances by the correlations there. */
  abstract void values(double[] r2, int count);

  /**
   * Replaces squared distances by {@code weight · s · dκ/dr²}.
   *
   * @param covariances s times the correlation at each distance
   */
  abstract void slopes(double[] r2, double[] covariances, double[] weights);

  private static void multiply(double[] values, double[] factors) {
    for (int j = 0; j < factors.length; j++) {
      values[j] *= factors[j];
    }
  }
}
