package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/** A defect where the activation field of wall motion is multiplied. */
public sealed interface Pin {

  /** Factor on the activation field inside the defect. */
  double factor();

  /** Whether a point lies in the defect. */
  boolean covers(double xMetres, double yMetres);

  /** A disc. */
  record Point(double xMetres, double yMetres, double radiusMetres, double factor) implements Pin {

    public Point {
      Require.finite("x in metres", xMetres);
      Require.finite("y in metres", yMetres);
      Require.positive("radius in metres", radiusMetres);
      Require.inside("factor", factor, 0.1, 1000);
    }

    @Override
    public boolean covers(double x, double y) {
      double dx = x - xMetres;
      double dy = y - yMetres;
      return dx * dx + dy * dy <= radiusMetres * radiusMetres;
    }
  }

  /** A straight stripe through the whole film, given by one of its points. */
  record Line(
      double xMetres, double yMetres, double directionRadians, double widthMetres, double factor)
      implements Pin {

    public Line {
      Require.finite("x in metres", xMetres);
      Require.finite("y in metres", yMetres);
      Require.finite("direction in radians", directionRadians);
      Require.positive("width in metres", widthMetres);
      Require.inside("factor", factor, 0.1, 1000);
    }

    @Override
    public boolean covers(double x, double y) {
      double across =
          (y - yMetres) * StrictMath.cos(directionRadians)
              - (x - xMetres) * StrictMath.sin(directionRadians);
      return Math.abs(across) <= widthMetres / 2;
    }
  }
}
