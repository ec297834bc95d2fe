package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * Creep of a domain wall, v = v∞ exp[−(E0/E)^μ], in the field E = V a/(ρ d) − σ κ/(2 Ps) at a
 * distance ρ from a tip of radius a on a film of thickness d, κ the curvature of the wall.
 * Logarithmic growth in time and μ near 1: Tybell, Paruch, Giamarchi and Triscone, Phys. Rev. Lett.
 * 89 (2002) 097601, doi:10.1103/PhysRevLett.89.097601. The activation field E0 may differ from
 * place to place, so it is an argument.
 *
 * @param limitMetresPerSecond v∞
 * @param activationVoltsPerMetre mean E0
 * @param exponent μ, in [0.1, 2]
 * @param tipRadiusMetres a
 * @param thicknessMetres d
 * @param tensionVolts σ/(2 Ps), σ the energy of a wall per area and Ps the polarization
 */
public record WallCreep(
    double limitMetresPerSecond,
    double activationVoltsPerMetre,
    double exponent,
    double tipRadiusMetres,
    double thicknessMetres,
    double tensionVolts) {

  public WallCreep {
    Require.positive("limiting speed in m/s", limitMetresPerSecond);
    Require.positive("activation field in V/m", activationVoltsPerMetre);
    Require.inside("creep exponent", exponent, 0.1, 2);
    Require.positive("tip radius in metres", tipRadiusMetres);
    Require.positive("thickness in metres", thicknessMetres);
    Require.notNegative("wall tension in volts", tensionVolts);
  }

  /** A film of 50 nm, walls of 0.1 J/m² and 0.7 C/m². */
  public static WallCreep defaults() {
    return new WallCreep(3e-4, 7e7, 1, 15e-9, 50e-9, 0.1 / (2 * 0.7));
  }

  /** The same with straight and curved walls alike. */
  public WallCreep withoutTension() {
    return new WallCreep(
        limitMetresPerSecond,
        activationVoltsPerMetre,
        exponent,
        tipRadiusMetres,
        thicknessMetres,
        0);
  }

  /**
   * E in V/m.
   *
   * @param volts bias in the sense that favours the growing domain
   * @param rhoMetres distance from the tip, above 0
   * @param curvature 1/m, positive where the growing domain is convex
   */
  double field(double volts, double rhoMetres, double curvature) {
    return volts * tipRadiusMetres / (rhoMetres * thicknessMetres) - tensionVolts * curvature;
  }

  /** Speed of the wall in m/s in a field above 0. */
  double speed(double field, double activation) {
    return limitMetresPerSecond * StrictMath.exp(-barrier(field, activation));
  }

  /** (E0/E)^μ at which the speed has a value, ln(v∞/v). */
  double barrierOf(double speed) {
    return StrictMath.log(limitMetresPerSecond / speed);
  }

  /** Whether a barrier is above one of {@link #barrierOf}; spares an exponential. */
  boolean isSlower(double barrier, double field, double activation) {
    return !(field > 0) || barrier(field, activation) > barrier;
  }

  /**
   * rc of r(t) = rc ln(e^{r0/rc} + v∞ t/rc), which integrates the creep of a circle about the tip
   * for μ = 1: (V a/d − σ/(2 Ps))/E0; the curvature 1/r has the same form as the field of the tip.
   *
   * @throws IllegalArgumentException for another μ, or a bias too low against the wall tension
   */
  public double creepRadius(double volts, double activation) {
    if (exponent != 1) {
      throw new IllegalArgumentException("only creep of exponent 1 has a closed form");
    }
    double driving = Math.abs(volts) * tipRadiusMetres / thicknessMetres - tensionVolts;
    return Require.positive("bias left over by the wall tension, in volts", driving) / activation;
  }

  /** r(t) in metres of a circle about the tip that starts with {@code startMetres}; μ = 1. */
  public double radius(double volts, double seconds, double startMetres, double activation) {
    double rc = creepRadius(volts, activation);
    return rc
        * StrictMath.log(StrictMath.exp(startMetres / rc) + limitMetresPerSecond * seconds / rc);
  }

  /** V a/(E0 d) in metres, E0 the mean: e-fold time changes the radius by about this. */
  double lengthMetres(double volts) {
    return Math.abs(volts) * tipRadiusMetres / thicknessMetres / activationVoltsPerMetre;
  }

  /** Whether a circle about the tip grows at all. */
  boolean grows(double volts) {
    return Math.abs(volts) * tipRadiusMetres / thicknessMetres > tensionVolts;
  }

  /**
   * Seconds in which a circle grows from nothing to a radius, ∫ dr/v by Simpson's rule if μ ≠ 1.
   */
  double secondsTo(double volts, double radiusMetres, double activation) {
    if (exponent == 1) {
      double rc = creepRadius(volts, activation);
      return StrictMath.expm1(radiusMetres / rc) * rc / limitMetresPerSecond;
    }
    int intervals = 64;
    double sum = 1 / limitMetresPerSecond;
    for (int i = 1; i <= intervals; i++) {
      double r = radiusMetres * i / intervals;
      int weight = i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight / speed(field(Math.abs(volts), r, 1 / r), activation);
    }
    return sum * radiusMetres / intervals / 3;
  }

  /** Radius in metres of a circle about the tip after some seconds, but no more than a limit. */
  double radiusUpTo(double limitMetres, double volts, double seconds, double activation) {
    if (secondsTo(volts, limitMetres, activation) <= seconds) {
      return limitMetres;
    }
    double low = 0;
    double high = limitMetres;
    for (int i = 0; i < 50; i++) {
      double middle = 0.5 * (low + high);
      if (secondsTo(volts, middle, activation) <= seconds) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double barrier(double field, double activation) {
    double ratio = activation / field;
    return exponent == 1 ? ratio : StrictMath.pow(ratio, exponent);
  }
}
