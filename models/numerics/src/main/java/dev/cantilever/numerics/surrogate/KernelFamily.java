package dev.cantilever.numerics.surrogate;

/**
 * Stationary kernels as functions of the scaled squared distance {@code r² = Σ ((x_j − z_j)/l_j)²}
 * (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equations 4.9, 4.16 and
 * 4.17).
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

  /** {@code exp(−r)}: continuous, not differentiable; rough. */
  MATERN12 {
    @Override
    double value(double r2) {
      return StrictMath.exp(-Math.sqrt(r2));
    }

    /** Not defined at 0; there it is only ever multiplied by a difference of 0. */
    @Override
    double slope(double r2, double value) {
      return r2 == 0 ? 0 : -0.5 * value / Math.sqrt(r2);
    }
  },

  /** {@code (1 + √3 r) exp(−√3 r)}: once differentiable. */
  MATERN32 {
    @Override
    double value(double r2) {
      double u = Math.sqrt(3 * r2);
      return (1 + u) * StrictMath.exp(-u);
    }

    @Override
    double slope(double r2, double value) {
      return -1.5 * value / (1 + Math.sqrt(3 * r2));
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
