package dev.cantilever.drivers.afm.lever;

import dev.cantilever.drivers.twin.Require;

/**
 * A cantilever with its new tip, in its first mode.
 *
 * @param springNewtonsPerMetre k, in [0.01, 500]
 * @param resonanceHertz f0 in air, in [1e3, 5e6]
 * @param quality Q in air, in [5, 1e4]
 * @param tip the tip before its first contact
 * @param sensitivityMetresPerVolt deflection per volt of the detector, in [1e-9, 1e-6]
 * @param driveMetresPerVolt free amplitude at resonance per volt of drive, in [1e-10, 1e-6]
 */
public record Probe(
    double springNewtonsPerMetre,
    double resonanceHertz,
    double quality,
    TipShape tip,
    double sensitivityMetresPerVolt,
    double driveMetresPerVolt) {

  public Probe {
    Require.inside("spring constant in N/m", springNewtonsPerMetre, 0.01, 500);
    Require.inside("resonance in Hz", resonanceHertz, 1e3, 5e6);
    Require.inside("quality factor", quality, 5, 1e4);
    Require.inside("sensitivity in m/V", sensitivityMetresPerVolt, 1e-9, 1e-6);
    Require.inside("drive gain in m/V", driveMetresPerVolt, 1e-10, 1e-6);
  }

  /** 40 N/m, 300 kHz, Q 400: repulsive from about 20 nm of free amplitude. */
  public static Probe stiff() {
    return new Probe(40, 300e3, 400, TipShape.etched(10e-9), 60e-9, 20e-9);
  }

  /** 2 N/m, 70 kHz, Q 150: gentle, with attraction and repulsion both stable up to 20 nm. */
  public static Probe soft() {
    return new Probe(2, 70e3, 150, TipShape.etched(10e-9), 100e-9, 20e-9);
  }

  /** ω0 in rad/s. */
  public double angularResonance() {
    return 2 * Math.PI * resonanceHertz;
  }

  /** τ = 2Q/ω0 in seconds: how long amplitude and phase take to follow. */
  public double timeConstantSeconds() {
    return 2 * quality / angularResonance();
  }

  /** The same probe as another piece of the same type would have it. */
  public Probe tuned(double newResonanceHertz, double newQuality) {
    return new Probe(
        springNewtonsPerMetre,
        newResonanceHertz,
        newQuality,
        tip,
        sensitivityMetresPerVolt,
        driveMetresPerVolt);
  }
}
