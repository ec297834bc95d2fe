package dev.cantilever.drivers.stem.sample;

/**
 * How a specimen suffers. The figures are chosen so that it behaves plausibly.
 *
 * @param damage multiple of the knock-on cross-sections; 0 switches loss off
 * @param missingBondExponent a cross-section grows by exp of this for each missing bond
 * @param contaminationPerCoulomb growth of the layer at the middle of a parked spot, as a multiple
 *     of the scene's mean signal
 * @param depositMetres standard deviation of the spot that a parked beam grows
 */
public record SpecimenResponse(
    double damage,
    double missingBondExponent,
    double contaminationPerCoulomb,
    double depositMetres) {

  public SpecimenResponse {
    if (!(damage >= 0
        && missingBondExponent >= 0
        && contaminationPerCoulomb >= 0
        && depositMetres > 0)) {
      throw new IllegalArgumentException("a response has no negative parts");
    }
  }

  /** Nothing happens to it. */
  public static SpecimenResponse none() {
    return new SpecimenResponse(0, 0, 0, 0.5e-9);
  }

  /** Knock-on by cross-section, e for each missing bond, 3 % of signal a minute at 50 pA. */
  public static SpecimenResponse typical() {
    return new SpecimenResponse(1, 1, 0.03 / 3e-9, 0.5e-9);
  }

  /**
   * The spot's profile along one axis, per cell; its square is 1 in the middle. Where a cell is
   * wider than the spot, the one cell takes the spot's average.
   */
  double[] depositKernel(double cellMetres) {
    double sigma = depositMetres / cellMetres;
    if (sigma < 1) {
      return new double[] {Math.sqrt(2 * Math.PI) * sigma};
    }
    int half = (int) Math.ceil(3.5 * sigma);
    double[] kernel = new double[2 * half + 1];
    for (int i = 0; i < kernel.length; i++) {
      double t = (i - half) / sigma;
      kernel[i] = StrictMath.exp(-t * t / 2);
    }
    return kernel;
  }
}
