package dev.cantilever.numerics.surrogate;

/**
 * Prior of a positive hyper-parameter: its logarithm is normal.
 *
 * @param mu mean of the logarithm
 * @param sigma standard deviation of the logarithm, above 0
 */
public record LogNormal(double mu, double sigma) {

  public LogNormal {
    if (!(sigma > 0) || !Double.isFinite(mu)) {
      throw new IllegalArgumentException("a log-normal needs a finite mu and sigma > 0");
    }
  }

  /** Log density at {@code exp(t)}, up to a constant. */
  double logDensity(double t) {
    double z = (t - mu) / sigma;
    return -0.5 * z * z - t;
  }

  /** Derivative of {@link #logDensity} with respect to {@code t}. */
  double slope(double t) {
    return -(t - mu) / (sigma * sigma) - 1;
  }
}
