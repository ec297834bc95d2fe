package dev.cantilever.drivers.stem.optics;

/**
 * What widens an atom besides the probe: thermal motion and the length of a tilted column.
 *
 * @param deviationMetres standard deviation of the atom's displacement along one axis, at least 0
 * @param lengthX extent of the tilted column along x, metres
 * @param lengthY extent of the tilted column along y, metres
 */
public record Smear(double deviationMetres, double lengthX, double lengthY) {

  /** A point. */
  public static final Smear NONE = new Smear(0, 0, 0);

  public Smear {
    if (!(deviationMetres >= 0) || !Double.isFinite(lengthX) || !Double.isFinite(lengthY)) {
      throw new IllegalArgumentException("a smear has a finite, non-negative size");
    }
  }

  /** A round one. */
  public static Smear thermal(double deviationMetres) {
    return new Smear(deviationMetres, 0, 0);
  }
}
