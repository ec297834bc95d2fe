package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * Errors of the measurement; each is the standard deviation of a normal number.
 *
 * @param binMetres each quadrature of each bin of a band-excitation spectrum; 1–3 pm
 * @param lockInMetres each quadrature of a lock-in reading
 * @param heightMetres each height
 * @param lineMetres common to the heights of one scan line
 * @param driftMetresPerSecond speed of the sample under the tip, in a drawn direction; 0.1–1 nm/min
 */
public record NoiseSettings(
    double binMetres,
    double lockInMetres,
    double heightMetres,
    double lineMetres,
    double driftMetresPerSecond) {

  public NoiseSettings {
    Require.notNegative("noise of a bin in metres", binMetres);
    Require.notNegative("noise of the lock-in in metres", lockInMetres);
    Require.notNegative("noise of the height in metres", heightMetres);
    Require.notNegative("noise of a line in metres", lineMetres);
    Require.inside("drift in m/s", driftMetresPerSecond, 0, 1e-9);
  }

  public static NoiseSettings defaults() {
    return new NoiseSettings(2e-12, 2e-12, 50e-12, 30e-12, 0.3e-9 / 60);
  }

  public static NoiseSettings none() {
    return new NoiseSettings(0, 0, 0, 0, 0);
  }
}
