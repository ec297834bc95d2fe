package dev.cantilever.drivers.stem.optics;

/** How long an aberration measurement looks: longer exposures halve its error. */
public enum Tableau {
  FAST(6, 2),
  STANDARD(20, 1),
  ENHANCED(60, 0.5);

  private final double seconds;
  private final double error;

  Tableau(double seconds, double error) {
    this.seconds = seconds;
    this.error = error;
  }

  /** Time with the beam on the specimen, s. */
  public double seconds() {
    return seconds;
  }

  double error() {
    return error;
  }
}
