package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * Parallel ferroelastic stripes: a-domains, polarized in the plane, in a matrix of c-domains.
 *
 * @param shortestPeriodMetres each period is drawn between this and the next, in [20 nm, 1 µm]
 * @param fractionOfA mean share of the a-domains, in [0.05, 0.95]
 * @param normalRadians direction across the stripes
 * @param verticalShareOfA out-of-plane response of an a-domain relative to a c-domain, in [0, 1]
 */
public record StripeSettings(
    double shortestPeriodMetres,
    double longestPeriodMetres,
    double fractionOfA,
    double normalRadians,
    double verticalShareOfA) {

  public StripeSettings {
    Require.inside("shortest period in metres", shortestPeriodMetres, 20e-9, 1e-6);
    Require.inside("longest period in metres", longestPeriodMetres, shortestPeriodMetres, 1e-6);
    Require.inside("share of a-domains", fractionOfA, 0.05, 0.95);
    Require.finite("direction of the stripes in radians", normalRadians);
    Require.inside("vertical share of a-domains", verticalShareOfA, 0, 1);
  }

  /** Periods of 120 to 300 nm, a quarter of them a-domains, at 45°. */
  public static StripeSettings defaults() {
    return new StripeSettings(120e-9, 300e-9, 0.25, Math.PI / 4, 0.15);
  }
}
