package dev.cantilever.drivers.stem.optics;

/**
 * How far the optics depart from what was asked, as multiples of their usual size; 0 switches a
 * departure off.
 *
 * @param initial aberrations at the start
 * @param walk random walk of the aberrations with time
 * @param corrector gain errors and cross-talk of the corrector
 * @param measurement errors of measured aberrations
 */
public record TuningErrors(double initial, double walk, double corrector, double measurement) {

  public TuningErrors {
    if (!(initial >= 0 && walk >= 0 && corrector >= 0 && measurement >= 0)) {
      throw new IllegalArgumentException("errors are multiples of their usual size, at least 0");
    }
  }

  /** Optics that obey. */
  public static TuningErrors none() {
    return new TuningErrors(0, 0, 0, 0);
  }

  /** An instrument tuned this morning. */
  public static TuningErrors typical() {
    return new TuningErrors(1, 1, 1, 1);
  }
}
