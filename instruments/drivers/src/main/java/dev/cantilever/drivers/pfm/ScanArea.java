package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * A rectangle on the film, turned about its centre.
 *
 * @param widthMetres along the fast axis
 * @param heightMetres along the slow axis
 * @param angleRadians from x to the fast axis
 */
public record ScanArea(
    double centreXMetres,
    double centreYMetres,
    double widthMetres,
    double heightMetres,
    double angleRadians) {

  public ScanArea {
    Require.inside("centre x in metres", centreXMetres, -5e-5, 5e-5);
    Require.inside("centre y in metres", centreYMetres, -5e-5, 5e-5);
    Require.inside("width in metres", widthMetres, 1e-8, 1e-4);
    Require.inside("height in metres", heightMetres, 1e-8, 1e-4);
    Require.inside("angle in radians", angleRadians, -Math.PI, Math.PI);
  }

  /** An upright square. */
  public static ScanArea square(double centreXMetres, double centreYMetres, double sideMetres) {
    return new ScanArea(centreXMetres, centreYMetres, sideMetres, sideMetres, 0);
  }

  /** x of the point at shares of width and height counted from the first corner. */
  double x(double alongWidth, double alongHeight) {
    return centreXMetres
        + (alongWidth - 0.5) * widthMetres * StrictMath.cos(angleRadians)
        - (alongHeight - 0.5) * heightMetres * StrictMath.sin(angleRadians);
  }

  /** y of the point at shares of width and height counted from the first corner. */
  double y(double alongWidth, double alongHeight) {
    return centreYMetres
        + (alongWidth - 0.5) * widthMetres * StrictMath.sin(angleRadians)
        + (alongHeight - 0.5) * heightMetres * StrictMath.cos(angleRadians);
  }
}
