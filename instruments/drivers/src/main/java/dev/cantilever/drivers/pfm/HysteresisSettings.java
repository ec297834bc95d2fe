package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * The local loop: branches centred on V± = imprint ± coercive bias.
 *
 * @param branchWidthVolts δ, standard deviation of the switching biases under the tip
 * @param onFieldGain response with the bias on relative to that with the bias off; 1.1–1.3
 * @param dwellSeconds time at each step, which also writes into the film
 * @param stepSeconds time of a step with both of its read-outs
 */
public record HysteresisSettings(
    Coercive coercive,
    Imprint imprint,
    double branchWidthVolts,
    double onFieldGain,
    double dwellSeconds,
    double stepSeconds) {

  public HysteresisSettings {
    Require.inside("branch width in volts", branchWidthVolts, 1e-3, 5);
    Require.inside("gain on field", onFieldGain, 1, 2);
    Require.inside("dwell in seconds", dwellSeconds, 1e-6, 10);
    Require.inside("time of a step in seconds", stepSeconds, 2 * dwellSeconds, 100);
  }

  /** A loop of 64 steps takes the 2.35 s reported for a band-excitation loop. */
  public static HysteresisSettings defaults() {
    return new HysteresisSettings(
        new Coercive(3, 0.35, 60e-9, 0.1),
        new Imprint(0, 0.8, 100e-9, 0.2),
        0.4,
        1.2,
        2e-3,
        0.0367);
  }

  /**
   * Vc = Vc0 [1 − β exp(−(d/ℓ)²)] (1 + s ξ), d the distance to the nearest ferroelastic wall and ξ
   * a smooth field of unit variance.
   *
   * @param farVolts Vc0
   * @param loweringAtWall β, in [0, 1)
   * @param rangeMetres ℓ
   * @param relativeSpread s
   */
  public record Coercive(
      double farVolts, double loweringAtWall, double rangeMetres, double relativeSpread) {

    public Coercive {
      Require.inside("coercive bias in volts", farVolts, 0.1, 100);
      Require.inside("lowering at the wall", loweringAtWall, 0, 0.95);
      Require.positive("range of the lowering in metres", rangeMetres);
      Require.inside("relative spread of the coercive bias", relativeSpread, 0, 0.25);
    }

    double volts(double distanceMetres, double deviate) {
      double scaled = distanceMetres / rangeMetres;
      return farVolts
          * (1 - loweringAtWall * StrictMath.exp(-scaled * scaled))
          * (1 + relativeSpread * deviate);
    }
  }

  /**
   * Vimp = V0 ± γ exp(−d/ℓ) + s ξ, positive on the side of the c-domain and negative on that of the
   * a-domain; inside the wall the sign goes over as the polarization does.
   *
   * @param farVolts V0
   * @param atWallVolts γ
   * @param rangeMetres ℓ
   * @param spreadVolts s
   */
  public record Imprint(
      double farVolts, double atWallVolts, double rangeMetres, double spreadVolts) {

    public Imprint {
      Require.inside("imprint in volts", farVolts, -100, 100);
      Require.inside("imprint at the wall in volts", atWallVolts, -100, 100);
      Require.positive("range of the imprint in metres", rangeMetres);
      Require.inside("spread of the imprint in volts", spreadVolts, 0, 10);
    }

    double volts(double distanceMetres, double side, double deviate) {
      return farVolts
          + side * atWallVolts * StrictMath.exp(-distanceMetres / rangeMetres)
          + spreadVolts * deviate;
    }
  }
}
