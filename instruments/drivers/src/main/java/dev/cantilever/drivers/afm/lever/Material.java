package dev.cantilever.drivers.afm.lever;

import dev.cantilever.drivers.twin.Require;

/**
 * What a tip feels of a surface.
 *
 * @param modulusPascals reduced modulus E* of tip and sample, in [1e6, 1e12]
 * @param hamakerJoules Hamaker constant H, in [0, 1e-18]
 * @param viscosityPascalSeconds η of the Kelvin–Voigt loss in contact, in [0, 1e4]
 * @param frictionCoefficient μ of the tip that slides, in [0, 2]
 */
public record Material(
    double modulusPascals,
    double hamakerJoules,
    double viscosityPascalSeconds,
    double frictionCoefficient) {

  /** A stiff oxide or metal: 70 GPa, 6.4e-20 J and a small loss (García and Pérez 2002). */
  public static final Material HARD_FILM = new Material(70e9, 6.4e-20, 100);

  public Material {
    Require.inside("reduced modulus in Pa", modulusPascals, 1e6, 1e12);
    Require.inside("Hamaker constant in J", hamakerJoules, 0, 1e-18);
    Require.inside("viscosity in Pa s", viscosityPascalSeconds, 0, 1e4);
    Require.inside("friction coefficient", frictionCoefficient, 0, 2);
  }

  /** With the friction of a clean oxide, 0.2. */
  public Material(double modulusPascals, double hamakerJoules, double viscosityPascalSeconds) {
    this(modulusPascals, hamakerJoules, viscosityPascalSeconds, 0.2);
  }

  /** The same surface without loss. */
  public Material elastic() {
    return new Material(modulusPascals, hamakerJoules, 0, frictionCoefficient);
  }
}
