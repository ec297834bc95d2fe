package dev.cantilever.drivers.stem;

/**
 * What the deflectors do besides shifting the field.
 *
 * @param tiltX of the beam on the specimen, ±50 mrad
 * @param tiltY of the beam on the specimen, ±50 mrad
 * @param patternX of the diffraction pattern on its camera, ±50 mrad
 * @param patternY of the diffraction pattern on its camera, ±50 mrad
 */
public record Deflectors(double tiltX, double tiltY, double patternX, double patternY) {

  /** The beam along the axis, the pattern in the middle. */
  public static final Deflectors OFF = new Deflectors(0, 0, 0, 0);

  private static final double MOST = 0.05;

  public Deflectors {
    for (double angle : new double[] {tiltX, tiltY, patternX, patternY}) {
      if (!(Math.abs(angle) <= MOST)) {
        throw new IllegalArgumentException(
            "deflector: %s rad is outside [-0.05, 0.05] rad".formatted(angle));
      }
    }
  }

  /** The same with another tilt. */
  public Deflectors tilted(double x, double y) {
    return new Deflectors(x, y, patternX, patternY);
  }

  /** The same with the pattern elsewhere. */
  public Deflectors withPattern(double x, double y) {
    return new Deflectors(tiltX, tiltY, x, y);
  }

  /** Where the undiffracted beam meets the camera along x, rad. */
  double beamX() {
    return tiltX + patternX;
  }

  /** Where the undiffracted beam meets the camera along y, rad. */
  double beamY() {
    return tiltY + patternY;
  }
}
