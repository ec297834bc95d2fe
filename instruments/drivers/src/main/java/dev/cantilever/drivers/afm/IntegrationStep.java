package dev.cantilever.drivers.afm;

/**
 * How finely the twin follows the lever and the loop. A step is never longer than a fifteenth of
 * the lever's time constant or an eighth of a pixel.
 */
public enum IntegrationStep {
  /** 8 µs, for loops at the edge of ringing. */
  FINE(8e-6),
  /** 20 µs, for work. */
  INTERACTIVE(20e-6),
  /** 40 µs, for a first look at small frames. */
  PREVIEW(40e-6);

  private final double longestSeconds;

  IntegrationStep(double longestSeconds) {
    this.longestSeconds = longestSeconds;
  }

  /** The longest step in seconds. */
  public double longestSeconds() {
    return longestSeconds;
  }
}
