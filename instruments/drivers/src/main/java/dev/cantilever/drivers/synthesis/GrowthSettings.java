package dev.cantilever.drivers.synthesis;

import dev.cantilever.drivers.twin.Require;

/**
 * Growth by laser pulses: (F − F0)/(F1 − F0) of a reference thickness at fluence F above the
 * threshold F0, divided by 1 + p/p1 as the gas scatters the plume. How well the film crystallizes
 * is the product of two bells, over temperature and over the logarithm of the pressure.
 *
 * @param metresPerPulse at the reference fluence F1 = 2e4 J/m² in vacuum
 * @param thresholdJoulesPerSquareMetre F0
 * @param scatteringPascal p1
 * @param bestKelvin temperature of the best crystals
 * @param bestPascal pressure of the best crystals
 * @param relativeSpread standard deviation of the thickness of one deposition
 */
public record GrowthSettings(
    double metresPerPulse,
    double thresholdJoulesPerSquareMetre,
    double scatteringPascal,
    double bestKelvin,
    double bestPascal,
    double relativeSpread) {

  static final double REFERENCE_FLUENCE = 2e4;
  private static final double WINDOW_KELVIN = 40;
  private static final double WINDOW_DECADES = 0.5;

  public GrowthSettings {
    Require.inside("growth per pulse in metres", metresPerPulse, 1e-13, 1e-9);
    Require.inside("threshold in J/m²", thresholdJoulesPerSquareMetre, 0, REFERENCE_FLUENCE / 2);
    Require.positive("scattering pressure in Pa", scatteringPascal);
    Require.inside("best temperature in kelvin", bestKelvin, 300, 1300);
    Require.positive("best pressure in Pa", bestPascal);
    Require.inside("relative spread of the thickness", relativeSpread, 0, 0.2);
  }

  public static GrowthSettings defaults() {
    return new GrowthSettings(20e-12, 0.4e4, 60, 950, 13, 0.02);
  }

  /** Metres per pulse; 0 at or below the threshold. */
  double growth(double fluence, double pascal) {
    double above = Math.max(0, fluence - thresholdJoulesPerSquareMetre);
    return metresPerPulse
        * above
        / (REFERENCE_FLUENCE - thresholdJoulesPerSquareMetre)
        / (1 + pascal / scatteringPascal);
  }

  /** In [0, 1]. */
  double crystallinity(double kelvin, double pascal) {
    double off = (kelvin - bestKelvin) / WINDOW_KELVIN;
    double decades = StrictMath.log10(pascal / bestPascal) / WINDOW_DECADES;
    return StrictMath.exp(-0.5 * (off * off + decades * decades));
  }
}
