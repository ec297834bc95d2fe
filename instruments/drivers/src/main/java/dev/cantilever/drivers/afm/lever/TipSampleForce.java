package dev.cantilever.drivers.afm.lever;

/**
 * The force on a tip at the distance D from a surface, positive away from it:
 *
 * <pre>
 * D > a0:  −H R/(6 D²)
 * D ≤ a0:  −H R/(6 a0²) + (4/3) E* √R (a0 − D)^(3/2) − η √(R (a0 − D)) dD/dt
 * </pre>
 *
 * the contact mechanics of Derjaguin, Muller and Toporov (J. Colloid Interface Sci. 53 (1975) 314,
 * doi:10.1016/0021-9797(75)90018-1) with a Kelvin–Voigt loss, as in García and Pérez (Surf. Sci.
 * Rep. 47 (2002) 197, doi:10.1016/S0167-5729(02)00077-8).
 *
 * @param attraction H R/6, in N m²
 * @param stiffness E* √R, in N m^(−3/2)
 * @param viscosity η √R, in N s m^(−3/2)
 */
public record TipSampleForce(double attraction, double stiffness, double viscosity) {

  /** a0, the interatomic distance at which contact begins, in metres. */
  public static final double CONTACT_METRES = 0.165e-9;

  /** Between a material and an apex of this radius. */
  public static TipSampleForce between(Material material, double radiusMetres) {
    double root = Math.sqrt(radiusMetres);
    return new TipSampleForce(
        material.hamakerJoules() * radiusMetres / 6,
        material.modulusPascals() * root,
        material.viscosityPascalSeconds() * root);
  }

  /** The conservative part in newtons. */
  public double newtons(double distanceMetres) {
    if (distanceMetres > CONTACT_METRES) {
      return -attraction / (distanceMetres * distanceMetres);
    }
    double indentation = CONTACT_METRES - distanceMetres;
    return -attraction / (CONTACT_METRES * CONTACT_METRES)
        + 4.0 / 3 * stiffness * indentation * Math.sqrt(indentation);
  }

  /** The force that holds the tip in contact without a load. */
  public double adhesionNewtons() {
    return attraction / (CONTACT_METRES * CONTACT_METRES);
  }

  /** The whole force in newtons on a tip that recedes with dD/dt. */
  public double newtons(double distanceMetres, double recedingMetresPerSecond) {
    double loss =
        distanceMetres > CONTACT_METRES
            ? 0
            : viscosity * Math.sqrt(CONTACT_METRES - distanceMetres) * recedingMetresPerSecond;
    return newtons(distanceMetres) - loss;
  }

  /**
   * Where a lever at rest comes to stand whose unbent tip would be at this distance: unchanged
   * outside contact; in contact its spring balances the elastic force, k (x − D0) = (4/3) E* √R (a0
   * − x)^(3/2), solved by Newton's method. The tapping tip is in contact for so small a part of the
   * cycle that its mean deflection is left out; this is for a lever that has stopped tapping.
   */
  double bent(double restMetres, double springNewtonsPerMetre) {
    double pressed = CONTACT_METRES - restMetres;
    if (!(pressed > 0)) {
      return restMetres;
    }
    double elastic = 4.0 / 3 * stiffness;
    double load = springNewtonsPerMetre * pressed;
    double root = Math.min(Math.sqrt(pressed), StrictMath.cbrt(load / elastic));
    for (int i = 0; i < 5; i++) {
      double square = root * root;
      double value = elastic * square * root + springNewtonsPerMetre * square - load;
      root -= value / (3 * elastic * square + 2 * springNewtonsPerMetre * root);
    }
    return CONTACT_METRES - root * root;
  }
}
