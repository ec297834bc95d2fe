package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/** How the response to the alternating bias is measured at a pixel. */
public sealed interface ReadOut {

  /** Amplitude of the alternating bias, in (0, 10] V. */
  double driveVolts();

  /** One lock-in at a fixed frequency: fast, and blind to shifts of the resonance. */
  record SingleFrequency(double hertz, double driveVolts) implements ReadOut {

    public SingleFrequency {
      Require.inside("drive frequency in hertz", hertz, 1e3, 2e6);
      requireDrive(driveVolts);
    }
  }

  /**
   * Two lock-ins at a distance about a carrier that follows the resonance from pixel to pixel.
   *
   * @param startHertz carrier of the first pixel
   * @param separationHertz between the two frequencies; about ω0/Q
   * @param trackingGain share of a found shift that the carrier follows, in [0, 1]
   */
  record ResonanceTracking(
      double startHertz, double separationHertz, double trackingGain, double driveVolts)
      implements ReadOut {

    public ResonanceTracking {
      Require.inside("carrier in hertz", startHertz, 1e4, 2e6);
      Require.inside("separation in hertz", separationHertz, 100, startHertz / 2);
      Require.inside("tracking gain", trackingGain, 0, 1);
      requireDrive(driveVolts);
    }

    public static ResonanceTracking defaults() {
      return new ResonanceTracking(350e3, 4e3, 0.5, 0.5);
    }
  }

  /**
   * A whole band at once.
   *
   * @param bins number of frequencies, in [16, 1024]
   */
  record BandExcitation(double centreHertz, double widthHertz, int bins, double driveVolts)
      implements ReadOut {

    public BandExcitation {
      Require.inside("centre of the band in hertz", centreHertz, 1e4, 2e6);
      Require.inside("width of the band in hertz", widthHertz, 1e3, centreHertz);
      Require.inside("number of bins", bins, 16, 1024);
      requireDrive(driveVolts);
    }

    /** 80 kHz in 96 bins about 350 kHz, at 0.5 V. */
    public static BandExcitation defaults() {
      return new BandExcitation(350e3, 80e3, 96, 0.5);
    }

    double[] hertz() {
      double[] frequencies = new double[bins];
      for (int i = 0; i < bins; i++) {
        frequencies[i] = centreHertz + widthHertz * ((double) i / (bins - 1) - 0.5);
      }
      return frequencies;
    }
  }

  private static void requireDrive(double volts) {
    Require.inside("drive in volts", volts, 1e-3, 10);
  }
}
