package dev.cantilever.drivers.stem.energyloss;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * A spectrometer and its camera.
 *
 * @param zeroLoss its resolution
 * @param collectionRadians half angle of its entrance, 1 to 100 mrad
 * @param readoutCounts standard deviation of a channel without electrons
 * @param driftElectronVolts root mean square wandering of the energy axis in one minute
 */
public record Spectrometer(
    ZeroLoss zeroLoss, double collectionRadians, double readoutCounts, double driftElectronVolts) {

  public Spectrometer {
    if (!(collectionRadians >= 1e-3 && collectionRadians <= 0.1)) {
      throw new IllegalArgumentException(
          "collection angle: %s rad is outside [0.001, 0.1] rad".formatted(collectionRadians));
    }
    if (!(readoutCounts >= 0 && driftElectronVolts >= 0)) {
      throw new IllegalArgumentException("noise and drift are at least 0");
    }
  }

  /** 0.4 eV, 30 mrad, 2 counts of readout noise, 0.1 eV of wandering in a minute. */
  public static Spectrometer typical() {
    return new Spectrometer(ZeroLoss.typical(), 0.030, 2, 0.1);
  }

  /** No readout noise and no drift; electrons still come one by one. */
  public Spectrometer steady() {
    return new Spectrometer(zeroLoss, collectionRadians, 0, 0);
  }

  /** The same with another zero loss. */
  public Spectrometer with(ZeroLoss other) {
    return new Spectrometer(other, collectionRadians, readoutCounts, driftElectronVolts);
  }

  /** What the camera reads: whole counts, negative ones too where noise makes them so. */
  public double[] read(double[] expected, Variates variates) {
    double[] counts = new double[expected.length];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = variates.poisson(expected[c]) + Math.rint(readoutCounts * variates.normal());
    }
    return counts;
  }
}
