package dev.cantilever.drivers.afm.lever;

import dev.cantilever.drivers.twin.Require;

/**
 * A tip of revolution: a rounded apex that runs without a kink into a cone. Its height over its
 * lowest point is t(u), u the distance from the axis.
 *
 * @param radiusMetres R of the apex, in [1e-10, 1e-6]
 * @param halfAngleRadians of the cone, in [0.05, 1.2]; etched silicon has 17–20°
 * @param apex how the apex is rounded
 */
public record TipShape(double radiusMetres, double halfAngleRadians, Apex apex) {

  /** How the apex is rounded. */
  public enum Apex {
    /** t = u²/2R. */
    PARABOLIC,
    /** t = R − √(R² − u²). */
    SPHERICAL
  }

  public TipShape {
    Require.inside("tip radius in m", radiusMetres, 1e-10, 1e-6);
    Require.inside("cone half angle in rad", halfAngleRadians, 0.05, 1.2);
  }

  /** A parabolic apex on a cone of 18°. */
  public static TipShape etched(double radiusMetres) {
    return new TipShape(radiusMetres, StrictMath.toRadians(18), Apex.PARABOLIC);
  }

  /** The same tip with another apex radius. */
  public TipShape blunted(double newRadiusMetres) {
    return new TipShape(newRadiusMetres, halfAngleRadians, apex);
  }

  /** t(u) in metres, for u of at least 0. */
  public double heightMetres(double distanceMetres) {
    double joint = jointMetres();
    return distanceMetres <= joint
        ? cap(distanceMetres)
        : cap(joint) + (distanceMetres - joint) * slope();
  }

  /** The u at which t(u) is the height: how far sideways relief of that height is felt. */
  public double reachMetres(double heightMetres) {
    double joint = jointMetres();
    double jointHeight = cap(joint);
    if (heightMetres > jointHeight) {
      return joint + (heightMetres - jointHeight) / slope();
    }
    double square = 2 * radiusMetres * heightMetres;
    return switch (apex) {
      case PARABOLIC -> Math.sqrt(square);
      case SPHERICAL -> Math.sqrt(square - heightMetres * heightMetres);
    };
  }

  private double cap(double u) {
    return switch (apex) {
      case PARABOLIC -> u * u / (2 * radiusMetres);
      case SPHERICAL -> radiusMetres - Math.sqrt(radiusMetres * radiusMetres - u * u);
    };
  }

  /** Where the apex has the slope of the cone. */
  private double jointMetres() {
    return switch (apex) {
      case PARABOLIC -> radiusMetres * slope();
      case SPHERICAL -> radiusMetres * StrictMath.cos(halfAngleRadians);
    };
  }

  private double slope() {
    return 1 / StrictMath.tan(halfAngleRadians);
  }
}
