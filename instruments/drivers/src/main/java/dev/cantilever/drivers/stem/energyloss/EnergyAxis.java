package dev.cantilever.drivers.stem.energyloss;

/**
 * Channels of a spectrum: channel c is centred at offset + c · dispersion and as wide as the
 * dispersion.
 *
 * @param offsetElectronVolts energy loss of channel 0, −100 to 3000
 * @param dispersionElectronVolts 0.005 to 1 for each channel
 * @param channels 16 to 4096
 */
public record EnergyAxis(double offsetElectronVolts, double dispersionElectronVolts, int channels) {

  public EnergyAxis {
    if (!(offsetElectronVolts >= -100 && offsetElectronVolts <= 3000)) {
      throw new IllegalArgumentException(
          "energy offset: %s eV is outside [-100, 3000] eV".formatted(offsetElectronVolts));
    }
    if (!(dispersionElectronVolts >= 0.005 && dispersionElectronVolts <= 1)) {
      throw new IllegalArgumentException(
          "dispersion: %s eV is outside [0.005, 1] eV".formatted(dispersionElectronVolts));
    }
    if (channels < 16 || channels > 4096) {
      throw new IllegalArgumentException("a spectrum has 16 to 4096 channels, not " + channels);
    }
  }

  /** The middle of a channel. */
  public double energy(int channel) {
    return offsetElectronVolts + channel * dispersionElectronVolts;
  }

  /** The upper end of the last channel. */
  double endElectronVolts() {
    return energy(channels);
  }
}
