package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;

/**
 * How the probe is shaken.
 *
 * @param volts amplitude of the drive, in [0, 10]
 * @param hertz frequency, in [1e3, 5e6]
 */
public record Drive(double volts, double hertz) {

  public Drive {
    Require.inside("drive in V", volts, 0, 10);
    Require.inside("drive frequency in Hz", hertz, 1e3, 5e6);
  }
}
