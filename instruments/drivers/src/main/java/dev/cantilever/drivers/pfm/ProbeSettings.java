package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * The probe and how it feels the surface: surface motion d Vac P + k (Vdc − Vs) Vac.
 *
 * @param resonance contact resonance
 * @param sensitivityMetresPerVolt d of a c-domain; 5–60 pm/V
 * @param electrostaticMetresPerVolt2 k, the electrostatic stiffness gradient over the spring
 *     constant
 * @param surfaceVolts Vs
 * @param blurMetres standard deviation of the Gaussian that limits the resolution; 10–20 nm
 * @param phaseOffsetRadians of the detection
 */
public record ProbeSettings(
    ContactResonance resonance,
    double sensitivityMetresPerVolt,
    double electrostaticMetresPerVolt2,
    double surfaceVolts,
    double blurMetres,
    double phaseOffsetRadians) {

  public ProbeSettings {
    Require.inside("sensitivity in m/V", sensitivityMetresPerVolt, 1e-13, 1e-9);
    Require.inside("electrostatic term in m/V²", electrostaticMetresPerVolt2, -1e-10, 1e-10);
    Require.inside("surface potential in volts", surfaceVolts, -10, 10);
    Require.inside("blur in metres", blurMetres, 1e-9, 100e-9);
    Require.inside("phase offset in radians", phaseOffsetRadians, -Math.PI, Math.PI);
  }

  public static ProbeSettings defaults() {
    return new ProbeSettings(
        new ContactResonance(350e3, 2e3, 100, 12), 30e-12, 1e-12, 0.2, 13e-9, 0.3);
  }

  /**
   * The resonance of the lever in contact; it varies with the local stiffness, and for 5 % of its
   * variance with the slope of the surface. Q stays in [50, 150].
   */
  public record ContactResonance(
      double meanHertz, double spreadHertz, double meanQuality, double spreadQuality) {

    static final double SHARE_OF_SLOPE = 0.05;

    public ContactResonance {
      Require.inside("contact resonance in hertz", meanHertz, 1e4, 2e6);
      Require.inside("spread of the resonance in hertz", spreadHertz, 0, meanHertz / 20);
      Require.inside("quality factor", meanQuality, 50, 150);
      Require.inside("spread of the quality factor", spreadQuality, 0, 50);
    }

    double hertz(double stiffnessDeviate, double slopeDeviate) {
      return meanHertz
          + spreadHertz
              * (Math.sqrt(1 - SHARE_OF_SLOPE) * stiffnessDeviate
                  + Math.sqrt(SHARE_OF_SLOPE) * slopeDeviate);
    }

    double quality(double deviate) {
      return Math.min(150, Math.max(50, meanQuality + spreadQuality * deviate));
    }
  }
}
