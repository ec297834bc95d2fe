package dev.cantilever.drivers.stem.energyloss;

import dev.cantilever.drivers.stem.noise.Variates;

/** Random walk of the energy axis. One owner. */
public final class EnergyDrift {

  private final Variates variates;
  private final double sizePerMinute;
  private double shift;

  /** A spectrometer calibrated just now. */
  public EnergyDrift(Variates variates, double electronVoltsInOneMinute) {
    this.variates = variates;
    sizePerMinute = electronVoltsInOneMinute;
  }

  /** How far the spectrum stands above its calibration, eV. */
  public double electronVolts() {
    return shift;
  }

  /** Lets time pass. */
  public void advance(double seconds) {
    shift += sizePerMinute * Math.sqrt(seconds / 60) * variates.normal();
  }
}
