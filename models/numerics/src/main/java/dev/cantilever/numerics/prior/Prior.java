package dev.cantilever.numerics.prior;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/**
 * What is believed of one parameter before the data. Densities are normalised; outside of the
 * support the log density is −∞ and its slope 0.
 */
public sealed interface Prior {

  /** {@code log p(value)}. */
  double logDensity(double value);

  /** {@code d/dvalue log p(value)}. */
  double slope(double value);

  /**
   * The value below which the parameter lies with probability u; the ends of the support at 0 and
   * 1.
   *
   * @throws IllegalArgumentException where u is not in [0, 1]
   */
  double quantile(double u);

  /** Where the density is above 0, and the coordinate in which a sampler moves there. */
  Support support();

  /** One draw, strictly inside of the support; moves the stream by one number. */
  default double draw(RandomStream stream) {
    return support().inside(quantile(Math.max(stream.nextDouble(), 0x1p-54)));
  }

  /**
   * Log density of the unconstrained coordinate, {@code log p(v(θ)) + log dv/dθ}. Where v(θ) is too
   * small or too large for a double it is −∞.
   */
  default double unconstrainedLogDensity(double theta) {
    double density = logDensity(support().value(theta));
    return density == Double.NEGATIVE_INFINITY ? density : density + support().logJacobian(theta);
  }

  /** Derivative of {@link #unconstrainedLogDensity}; 0 where that is −∞. */
  default double unconstrainedSlope(double theta) {
    Support support = support();
    double value = support.value(theta);
    return support.contains(value)
        ? slope(value) * support.valueSlope(theta) + support.logJacobianSlope(theta)
        : 0;
  }

  /**
   * The normal distribution.
   *
   * @param mean finite
   * @param deviation standard deviation, above 0
   */
  record Normal(
      @Doc("Mean.") @Bounds(min = -1e12, max = 1e12) @Default("0") double mean,
      @Doc("Standard deviation.") @Bounds(min = 1e-12, max = 1e12) @Default("1") double deviation)
      implements Prior {

    public Normal {
      Densities.requireFinite("the mean of a normal prior", mean);
      Densities.requirePositive("the deviation of a normal prior", deviation);
    }

    @Override
    public double logDensity(double value) {
      return support().contains(value)
          ? Densities.logNormal(value, mean, deviation)
          : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double slope(double value) {
      return support().contains(value) ? (mean - value) / deviation / deviation : 0;
    }

    @Override
    public double quantile(double u) {
      return mean + deviation * Densities.normalQuantile(u);
    }

    @Override
    public Support support() {
      return Densities.REAL;
    }
  }

  /**
   * The distribution of a positive number whose logarithm is normal.
   *
   * @param mu mean of the logarithm, finite
   * @param sigma standard deviation of the logarithm, above 0
   */
  record LogNormal(
      @Doc("Mean of the natural logarithm.") @Bounds(min = -100, max = 100) @Default("0") double mu,
      @Doc("Standard deviation of the natural logarithm.")
          @Bounds(min = 1e-6, max = 50)
          @Default("1")
          double sigma)
      implements Prior {

    public LogNormal {
      Densities.requireFinite("mu of a log-normal prior", mu);
      Densities.requirePositive("sigma of a log-normal prior", sigma);
    }

    @Override
    public double logDensity(double value) {
      if (!support().contains(value)) {
        return Double.NEGATIVE_INFINITY;
      }
      double logarithm = StrictMath.log(value);
      return Densities.logNormal(logarithm, mu, sigma) - logarithm;
    }

    @Override
    public double slope(double value) {
      return support().contains(value)
          ? ((mu - StrictMath.log(value)) / sigma / sigma - 1) / value
          : 0;
    }

    @Override
    public double quantile(double u) {
      return StrictMath.exp(mu + sigma * Densities.normalQuantile(u));
    }

    @Override
    public Support support() {
      return Densities.POSITIVE;
    }
  }

  /**
   * The gamma distribution, {@code p(v) = rate^shape v^(shape−1) exp(−rate v) / Γ(shape)}; mean
   * {@code shape / rate}.
   *
   * @param shape in [1e-3, 1e6]
   * @param rate above 0
   */
  record Gamma(
      @Doc("Shape; the mean is shape / rate.") @Bounds(min = 1e-3, max = 1e6) double shape,
      @Doc("Rate, the inverse of the scale.") @Bounds(min = 1e-12, max = 1e12) double rate)
      implements Prior {

    public Gamma {
      if (!(shape >= 1e-3 && shape <= 1e6)) {
        throw new IllegalArgumentException(
            "the shape of a gamma prior must be in [0.001, 1000000], not " + shape);
      }
      Densities.requirePositive("the rate of a gamma prior", rate);
    }

    @Override
    public double logDensity(double value) {
      if (!support().contains(value)) {
        return Double.NEGATIVE_INFINITY;
      }
      return shape * StrictMath.log(rate)
          + (shape - 1) * StrictMath.log(value)
          - rate * value
          - IncompleteGamma.logGamma(shape);
    }

    @Override
    public double slope(double value) {
      return support().contains(value) ? (shape - 1) / value - rate : 0;
    }

    @Override
    public double quantile(double u) {
      return IncompleteGamma.quantile(shape, Densities.requireProbability(u)) / rate;
    }

    @Override
    public Support support() {
      return Densities.POSITIVE;
    }
  }

  /**
   * The distribution of |z| for a normal z of mean 0.
   *
   * @param scale standard deviation of z, above 0
   */
  record HalfNormal(
      @Doc("Standard deviation of the normal distribution that is folded at 0.")
          @Bounds(min = 1e-12, max = 1e12)
          @Default("1")
          double scale)
      implements Prior {

    public HalfNormal {
      Densities.requirePositive("the scale of a half-normal prior", scale);
    }

    @Override
    public double logDensity(double value) {
      return support().contains(value)
          ? Densities.LOG_TWO + Densities.logNormal(value, 0, scale)
          : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double slope(double value) {
      return support().contains(value) ? -value / scale / scale : 0;
    }

    @Override
    public double quantile(double u) {
      return scale * Densities.halfNormalQuantile(u);
    }

    @Override
    public Support support() {
      return Densities.POSITIVE;
    }
  }

  /**
   * The uniform distribution, both ends included.
   *
   * @param min finite
   * @param max finite, above {@code min}
   */
  record Uniform(
      @Doc("Least possible value.") @Bounds(min = -1e12, max = 1e12) @Default("0") double min,
      @Doc("Greatest possible value.") @Bounds(min = -1e12, max = 1e12) @Default("1") double max)
      implements Prior {

    public Uniform {
      new Support.Interval(min, max); // refuses what is no interval
    }

    @Override
    public double logDensity(double value) {
      return support().contains(value) ? -StrictMath.log(max - min) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double slope(double value) {
      return 0;
    }

    @Override
    public double quantile(double u) {
      return Math.min(max, min + Densities.requireProbability(u) * (max - min));
    }

    @Override
    public Support support() {
      return new Support.Interval(min, max);
    }
  }
}
