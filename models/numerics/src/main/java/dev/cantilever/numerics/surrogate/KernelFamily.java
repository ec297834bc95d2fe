package dev.cantilever.numerics.surrogate;

/**
 * Stationary kernels as functions of the scaled squared distance {@code r² = Σ ((x_j − z_j)/l_j)²}
 * (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equations 4.9 and 4.17).
 */
public enum KernelFamily {
  /** {@code exp(−r²/2)}: smooth. */
  RBF {
    @Override
    double value(double r2) {
      return StrictMath.exp(-0.5 * r2);
    }

    @Override
    double slope(double r2, double value) {
      return -0.5 * value;
    }
  },

  /** {@code (1 + √5 r + 5r²/3) exp(−√5 r)}: twice differentiable. */
  MATERN52 {
    @Override
    double value(double r2) {
      double u = Math.sqrt(5 * r2);
      return (1 + u + u * u / 3) * StrictMath.exp(-u);
    }

    @Override
    double slope(double r2, double value) {
      double u = Math.sqrt(5 * r2);
      return -5.0 / 6 * (1 + u) / (1 + u + u * u / 3) * value;
    }
  };

  /** Correlation at this scaled squared distance. */
  abstract double value(double r2);

  /**
   * Derivative of the correlation with respect to {@code r²}.
   *
   * @param value the correlation there
   */
  abstract double slope(double r2, double value);
}
