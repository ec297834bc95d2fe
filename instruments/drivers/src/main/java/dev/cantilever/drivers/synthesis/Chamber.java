package dev.cantilever.drivers.synthesis;

import dev.cantilever.drivers.twin.Require;

/**
 * Oxygen pressure between a leak valve and a pump: it relaxes exponentially to the target, with a
 * time constant of volume over pumping speed.
 */
final class Chamber {

  private static final double PUMPING_SECONDS = 8;

  private double target;
  private double pressure;

  Chamber(double basePascal) {
    target = basePascal;
    pressure = basePascal;
  }

  double pressurePascal() {
    return pressure;
  }

  void aim(double targetPascal) {
    target = targetPascal;
  }

  void advance(double seconds) {
    Require.notNegative("time in seconds", seconds);
    pressure = target + (pressure - target) * StrictMath.exp(-seconds / PUMPING_SECONDS);
  }
}
