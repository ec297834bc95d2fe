package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * When a domain is born under the tip and when it does not last. A nucleus appears after t0
 * exp(Va/|V|) (Merz' law). A domain smaller than a radius is lost again with probability exp(−t/τ),
 * t the length of the pulse and τ about the 100 ms of ionic relaxation of Blaser and Paruch (New J.
 * Phys. 17 (2015) 013002, arXiv:1501.02603).
 *
 * @param attemptSeconds t0
 * @param activationVolts Va
 * @param relaxationSeconds τ
 * @param stableRadiusMetres domains of at least this radius stay
 */
public record Nucleation(
    double attemptSeconds,
    double activationVolts,
    double relaxationSeconds,
    double stableRadiusMetres) {

  public Nucleation {
    Require.positive("attempt time in seconds", attemptSeconds);
    Require.positive("activation in volts", activationVolts);
    Require.positive("relaxation time in seconds", relaxationSeconds);
    Require.notNegative("stable radius in metres", stableRadiusMetres);
  }

  public static Nucleation defaults() {
    return new Nucleation(1e-7, 40, 0.1, 20e-9);
  }

  /** Seconds until a nucleus appears; infinite at no bias. */
  public double seconds(double volts) {
    return attemptSeconds * StrictMath.exp(activationVolts / Math.abs(volts));
  }

  /** Probability that a domain of this radius is lost after the pulse that wrote it. */
  double lossProbability(double radiusMetres, double pulseSeconds) {
    return radiusMetres < stableRadiusMetres
        ? StrictMath.exp(-pulseSeconds / relaxationSeconds)
        : 0;
  }
}
