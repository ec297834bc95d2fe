package dev.cantilever.drivers.pfm;

/**
 * An oscillator fitted to a spectrum.
 *
 * @param errors standard errors of amplitude, phase, resonance and Q, from the scatter about the
 *     fit
 * @param converged false where the spectrum holds no resonance in the band: the numbers then are
 *     those of the last step, held inside the band and a Q of [5, 1000]
 */
public record ShoFit(Sho oscillator, Errors errors, boolean converged) {

  /** Standard errors, in the units of the oscillator; infinite where they are not determined. */
  public record Errors(
      double amplitudeMetres, double phaseRadians, double resonanceHertz, double qualityFactor) {

    static final Errors UNKNOWN =
        new Errors(
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY);
  }
}
