package dev.cantilever.drivers.stem.sample;

/**
 * How a crystal departs from its perfect lattice: an atom at R stands at R + u(R).
 *
 * @param x first component of u, metres
 * @param y second component of u, metres
 */
public record Deformation(SmoothField x, SmoothField y) {

  /** A perfect lattice. */
  public static final Deformation NONE = new Deformation(SmoothField.ZERO, SmoothField.ZERO);

  /** ε_xx = ∂u_x/∂x. */
  public double strainXx(double atX, double atY) {
    return x.slopeX(atX, atY);
  }

  /** ε_yy = ∂u_y/∂y. */
  public double strainYy(double atX, double atY) {
    return y.slopeY(atX, atY);
  }

  /** ε_xy = ½(∂u_x/∂y + ∂u_y/∂x). */
  public double strainXy(double atX, double atY) {
    return 0.5 * (x.slopeY(atX, atY) + y.slopeX(atX, atY));
  }

  /** Rotation of the lattice, counter-clockwise, rad: ½(∂u_y/∂x − ∂u_x/∂y). */
  public double rotation(double atX, double atY) {
    return 0.5 * (y.slopeX(atX, atY) - x.slopeY(atX, atY));
  }
}
