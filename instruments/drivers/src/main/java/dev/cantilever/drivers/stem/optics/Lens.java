package dev.cantilever.drivers.stem.optics;

/**
 * What forms the probe besides the aberrations.
 *
 * @param convergenceRadians half angle of the aperture, 0.1 to 60 mrad
 * @param chromaticMetres chromatic aberration Cc, at least 0
 * @param energyWidthElectronVolts full width at half maximum of the source's energies, at least 0
 * @param sourceWidthMetres full width at half maximum of the demagnified source, at least 0
 */
public record Lens(
    double convergenceRadians,
    double chromaticMetres,
    double energyWidthElectronVolts,
    double sourceWidthMetres) {

  /** Full width at half maximum of a Gaussian over its standard deviation. */
  static final double WIDTH_OVER_DEVIATION = 2.3548200450309493;

  public Lens {
    if (!(convergenceRadians >= 1e-4 && convergenceRadians <= 0.06)) {
      throw new IllegalArgumentException(
          "convergence: %s rad is outside [1e-4, 0.06] rad".formatted(convergenceRadians));
    }
    if (!(chromaticMetres >= 0 && energyWidthElectronVolts >= 0 && sourceWidthMetres >= 0)) {
      throw new IllegalArgumentException("Cc, energy width and source width are at least 0");
    }
  }

  /** A point source of one energy. */
  public static Lens ideal(double convergenceRadians) {
    return new Lens(convergenceRadians, 0, 0, 0);
  }

  /** A corrected microscope with a cold field emitter: Cc 1.2 mm, 0.4 eV, 60 pm. */
  public static Lens typical() {
    return new Lens(0.030, 1.2e-3, 0.4, 60e-12);
  }

  /** The same with another aperture. */
  public Lens withConvergence(double radians) {
    return new Lens(radians, chromaticMetres, energyWidthElectronVolts, sourceWidthMetres);
  }

  /** Standard deviation of the focus, Cc ΔE / E. */
  double focusDeviationMetres(ElectronBeam beam) {
    return chromaticMetres
        * energyWidthElectronVolts
        / beam.accelerationVolts()
        / WIDTH_OVER_DEVIATION;
  }

  double sourceDeviationMetres() {
    return sourceWidthMetres / WIDTH_OVER_DEVIATION;
  }
}
