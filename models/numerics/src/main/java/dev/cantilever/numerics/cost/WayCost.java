package dev.cantilever.numerics.cost;

/**
 * {@code c(x) = f + r |x − x'|}: a fixed part, and a rate for the way from the present point, in
 * one quantity such as time, travel or dose.
 *
 * @param fixed f, finite and above 0, so that staying costs something too
 * @param rate r, finite and at least 0, for a distance of 1 in scaled inputs
 */
public record WayCost(double fixed, double rate) {

  public WayCost {
    if (!(fixed > 0) || Double.isInfinite(fixed)) {
      throw new IllegalArgumentException(
          "the fixed cost is %s; it must be finite and above 0".formatted(fixed));
    }
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "the cost of the way is %s; it must be finite and at least 0".formatted(rate));
    }
  }

  /** The cost at a distance. */
  public double at(double distance) {
    return fixed + rate * distance;
  }
}
