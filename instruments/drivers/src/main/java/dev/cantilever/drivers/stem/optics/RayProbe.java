package dev.cantilever.drivers.stem.optics;

/**
 * The probe by ray optics, for aberrations that blur it far beyond diffraction: rays spread evenly
 * over the aperture land at the gradient of the wave aberration (Born and Wolf, Principles of
 * Optics, 7th ed. 1999, ch. 5.1, doi:10.1017/CBO9781139644181).
 */
final class RayProbe {

  private static final double GOLDEN_ANGLE = 2.399963229728653;

  private RayProbe() {}

  /**
   * {@code count} rays as pairs x, y in metres, on a sunflower spiral over the aperture: each
   * stands for the same current.
   */
  static double[] rays(Aberrations aberrations, double convergenceRadians, int count) {
    double[] landed = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double angle = convergenceRadians * Math.sqrt((i + 0.5) / count);
      double azimuth = GOLDEN_ANGLE * i;
      double[] ray =
          aberrations.rayMetres(angle * StrictMath.cos(azimuth), angle * StrictMath.sin(azimuth));
      landed[2 * i] = ray[0];
      landed[2 * i + 1] = ray[1];
    }
    return landed;
  }

  /** Fractions of the current on a grid, each ray shared among its four nearest samples. */
  static double[] form(double[] rays, ProbeGrid grid) {
    double[] current = new double[grid.size() * grid.size()];
    for (int i = 0; i < rays.length; i += 2) {
      double x = rays[i] / grid.pixelMetres() + grid.size() / 2.0;
      double y = rays[i + 1] / grid.pixelMetres() + grid.size() / 2.0;
      int column = (int) Math.floor(x);
      int row = (int) Math.floor(y);
      double right = x - column;
      double up = y - row;
      double share = 2.0 / rays.length;
      int at = row * grid.size() + column;
      current[at] += share * (1 - right) * (1 - up);
      current[at + 1] += share * right * (1 - up);
      current[at + grid.size()] += share * (1 - right) * up;
      current[at + grid.size() + 1] += share * right * up;
    }
    return current;
  }
}
