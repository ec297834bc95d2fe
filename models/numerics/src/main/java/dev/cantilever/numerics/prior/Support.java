package dev.cantilever.numerics.prior;

/**
 * The values that a parameter may take, and the smooth increasing map from an unconstrained
 * coordinate θ in (−∞, ∞) onto them. A density p(v) of the value becomes {@code p(v(θ)) |dv/dθ|} in
 * the coordinate (Carpenter et al., J. Stat. Softw. 76 (2017) 1, section 6,
 * doi:10.18637/jss.v076.i01).
 */
public sealed interface Support {

  /** Whether a density may be above 0 here; false for what is not a number. */
  boolean contains(double value);

  /** The value at θ; an end of the support where θ is beyond what doubles can tell apart. */
  double value(double theta);

  /**
   * The coordinate of a value.
   *
   * @throws IllegalArgumentException where the value is not strictly inside of the support
   */
  double theta(double value);

  /** {@code dv/dθ}. */
  double valueSlope(double theta);

  /** {@code log dv/dθ}. */
  double logJacobian(double theta);

  /** {@code d/dθ log dv/dθ}. */
  double logJacobianSlope(double theta);

  /** The nearest value strictly inside of the support, so that it has a finite coordinate. */
  double inside(double value);

  /** All real numbers; {@code v = θ}. */
  record Real() implements Support {

    @Override
    public boolean contains(double value) {
      return Double.isFinite(value);
    }

    @Override
    public double value(double theta) {
      return theta;
    }

    @Override
    public double theta(double value) {
      return requireInside(contains(value), value, this);
    }

    @Override
    public double valueSlope(double theta) {
      return 1;
    }

    @Override
    public double logJacobian(double theta) {
      return 0;
    }

    @Override
    public double logJacobianSlope(double theta) {
      return 0;
    }

    @Override
    public double inside(double value) {
      return Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
  }

  /** Numbers above 0; {@code v = exp θ}. */
  record Positive() implements Support {

    @Override
    public boolean contains(double value) {
      return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    @Override
    public double value(double theta) {
      return StrictMath.exp(theta);
    }

    @Override
    public double theta(double value) {
      return StrictMath.log(requireInside(contains(value), value, this));
    }

    @Override
    public double valueSlope(double theta) {
      return StrictMath.exp(theta);
    }

    @Override
    public double logJacobian(double theta) {
      return theta;
    }

    @Override
    public double logJacobianSlope(double theta) {
      return 1;
    }

    @Override
    public double inside(double value) {
      return Math.clamp(value, Double.MIN_NORMAL, Double.MAX_VALUE);
    }
  }

  /**
   * Numbers between two ends; {@code v = min + (max − min) / (1 + exp(−θ))}, measured from the
   * nearer end so that neither tail loses digits.
   *
   * @param min finite
   * @param max finite, above {@code min} by more than the spacing of doubles
   */
  record Interval(double min, double max) implements Support {

    public Interval {
      if (!(Math.nextUp(min) < max) || !Double.isFinite(max - min)) {
        throw new IllegalArgumentException(
            "an interval needs finite min < max, not [%s, %s]; widen it or exchange its ends"
                .formatted(min, max));
      }
    }

    @Override
    public boolean contains(double value) {
      return value >= min && value <= max;
    }

    @Override
    public double value(double theta) {
      double share = smallerShare(theta) * (max - min);
      return theta < 0 ? min + share : max - share;
    }

    @Override
    public double theta(double value) {
      requireInside(value > min && value < max, value, this);
      return StrictMath.log(value - min) - StrictMath.log(max - value);
    }

    @Override
    public double valueSlope(double theta) {
      double share = smallerShare(theta);
      return (max - min) * share * (1 - share);
    }

    @Override
    public double logJacobian(double theta) {
      double distance = Math.abs(theta);
      return StrictMath.log(max - min) - distance - 2 * StrictMath.log1p(StrictMath.exp(-distance));
    }

    @Override
    public double logJacobianSlope(double theta) {
      return -StrictMath.tanh(0.5 * theta);
    }

    @Override
    public double inside(double value) {
      return Math.clamp(value, Math.nextUp(min), Math.nextDown(max));
    }

    /** {@code 1 / (1 + exp|θ|)}: the distance from the nearer end, of a unit interval. */
    private static double smallerShare(double theta) {
      double e = StrictMath.exp(-Math.abs(theta));
      return e / (1 + e);
    }
  }

  private static double requireInside(boolean inside, double value, Support support) {
    if (!inside) {
      throw new IllegalArgumentException(
          "%s is not strictly inside of %s; choose a value inside".formatted(value, support));
    }
    return value;
  }
}
