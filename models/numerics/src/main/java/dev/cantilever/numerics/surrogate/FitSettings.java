package dev.cantilever.numerics.surrogate;

/**
 * How hyper-parameters are found: bounds, and priors for the maximum a posteriori.
 *
 * @param family shape of the kernel
 * @param lengthscale allowed lengthscales, in scaled inputs
 * @param lengthscalePrior their prior
 * @param outputScale allowed output scales, for standardised observations
 * @param noise allowed noise variances, for standardised observations
 * @param noisePrior their prior
 */
public record FitSettings(
    KernelFamily family,
    Range lengthscale,
    LogNormal lengthscalePrior,
    Range outputScale,
    Range noise,
    LogNormal noisePrior) {

  private static final double SQRT2 = 1.4142135623730951;
  private static final double SQRT3 = 1.7320508075688772;

  /**
   * Lengthscales LogNormal(√2 + ln(d)/2, √3) (Hvarfner, Hellsten and Nardi, ICML 2024,
   * arXiv:2402.02229), noise LogNormal(−4, 1), inside the given bounds.
   *
   * @param dimension number of inputs, d
   */
  public static FitSettings dimensionScaled(
      KernelFamily family, int dimension, Range lengthscale, Range noise) {
    return new FitSettings(
        family,
        lengthscale,
        new LogNormal(SQRT2 + 0.5 * StrictMath.log(dimension), SQRT3),
        new Range(1e-2, 1e2),
        noise,
        new LogNormal(-4, 1));
  }
}
