package dev.cantilever.drivers.stem.xray;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * A silicon drift detector with channels of 10 eV from 0 to 20 keV.
 *
 * @param solidAngle that it sees from the specimen, steradian, above 0 and at most 4π
 * @param noiseElectronVolts full width at half maximum of the electronics alone
 */
public record XrayDetector(double solidAngle, double noiseElectronVolts) {

  /** Channels of a spectrum. */
  public static final int CHANNELS = 2000;

  /** Width of each, eV. */
  public static final double CHANNEL_ELECTRON_VOLTS = 10;

  /** Energy for one pair of charges in silicon, eV, and Fano's factor of their number. */
  private static final double PAIR = 3.65;

  private static final double FANO = 0.115;

  /** Energies at which a window takes 63 % and silicon of 0.45 mm lets 63 % through, eV. */
  private static final double WINDOW = 180;

  private static final double THICKNESS = 15_500;

  public XrayDetector {
    if (!(solidAngle > 0 && solidAngle <= 4 * Math.PI && noiseElectronVolts >= 0)) {
      throw new IllegalArgumentException("a detector sees above 0 and at most 4π steradian");
    }
  }

  /** 0.7 sr, 130 eV at the Kα line of manganese. */
  public static XrayDetector typical() {
    return new XrayDetector(0.7, 56.30);
  }

  /** The middle of a channel, eV. */
  public static double energy(int channel) {
    return (channel + 0.5) * CHANNEL_ELECTRON_VOLTS;
  }

  /**
   * Full width at half maximum of a line, √(noise² + 2.355² ε F E) (Goldstein et al., Scanning
   * Electron Microscopy and X-Ray Microanalysis, 4th ed. 2018, ch. 16,
   * doi:10.1007/978-1-4939-6676-9).
   */
  public double widthElectronVolts(double electronVolts) {
    return Math.sqrt(
        noiseElectronVolts * noiseElectronVolts
            + 2.3548200450309493 * 2.3548200450309493 * PAIR * FANO * electronVolts);
  }

  /**
   * Share of the X-rays of an energy, emitted evenly in all directions, that is counted: window and
   * silicon absorb as E⁻³.
   */
  public double efficiency(double electronVolts) {
    double window = WINDOW / electronVolts;
    double depth = THICKNESS / electronVolts;
    return solidAngle
        / (4 * Math.PI)
        * StrictMath.exp(-window * window * window)
        * (1 - StrictMath.exp(-depth * depth * depth));
  }

  /** Lays {@code counts} X-rays of one energy over the channels. */
  void blur(double[] spectrum, double electronVolts, double counts) {
    double sigma = widthElectronVolts(electronVolts) / 2.3548200450309493;
    int reach = (int) Math.ceil(6 * sigma / CHANNEL_ELECTRON_VOLTS);
    int middle = (int) (electronVolts / CHANNEL_ELECTRON_VOLTS);
    double height = counts * CHANNEL_ELECTRON_VOLTS / (sigma * Math.sqrt(2 * Math.PI));
    int end = Math.min(CHANNELS - 1, middle + reach);
    for (int channel = Math.max(0, middle - reach); channel <= end; channel++) {
      double t = (energy(channel) - electronVolts) / sigma;
      spectrum[channel] += height * StrictMath.exp(-t * t / 2);
    }
  }

  /** What is counted where so many are expected. */
  public double[] count(double[] expected, Variates variates) {
    double[] counts = new double[expected.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = variates.poisson(expected[i]);
    }
    return counts;
  }
}
