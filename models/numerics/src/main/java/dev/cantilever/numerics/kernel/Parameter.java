package dev.cantilever.numerics.kernel;

/**
 * One number of a kernel.
 *
 * @param name for people, for example {@code "lengthscale 2"}
 * @param role what it does; decides bounds and prior
 * @param value finite; above 0 where the role is positive
 */
public record Parameter(String name, Role role, double value) {

  public Parameter {
    if (!Double.isFinite(value) || (role.isPositive() && !(value > 0))) {
      throw new IllegalArgumentException(
          "%s must be finite%s, not %s"
              .formatted(name, role.isPositive() ? " and above 0" : "", value));
    }
  }

  /** The coordinate in which it is fitted. */
  public double coordinate() {
    return role.isPositive() ? StrictMath.log(value) : value;
  }
}
