package dev.cantilever.drivers.stem.motion;

/**
 * Where a stage is told to be, or reports to be.
 *
 * @param x metres, ±1 mm
 * @param y metres, ±1 mm
 * @param z height, metres, ±0.5 mm: it adds to the defocus
 * @param tiltAlpha rotation about x, rad, ±0.6
 * @param tiltBeta rotation about y, rad, ±0.6
 */
public record StagePosition(double x, double y, double z, double tiltAlpha, double tiltBeta) {

  /** The middle of everything. */
  public static final StagePosition HOME = new StagePosition(0, 0, 0, 0, 0);

  public StagePosition {
    require("stage x", x, 1e-3, "m");
    require("stage y", y, 1e-3, "m");
    require("stage z", z, 5e-4, "m");
    require("stage α", tiltAlpha, 0.6, "rad");
    require("stage β", tiltBeta, 0.6, "rad");
  }

  /** The same tilts and height elsewhere. */
  public StagePosition at(double newX, double newY) {
    return new StagePosition(newX, newY, z, tiltAlpha, tiltBeta);
  }

  /** Length of the way between two positions. */
  public double distanceMetres(StagePosition other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private static void require(String what, double value, double limit, String unit) {
    if (!(Math.abs(value) <= limit)) {
      throw new IllegalArgumentException(
          "%s: %s %s is outside [-%s, %s] %s".formatted(what, value, unit, limit, limit, unit));
    }
  }
}
