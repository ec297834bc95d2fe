package dev.cantilever.drivers.stem.imaging;

/**
 * How the scan coils stray.
 *
 * @param jitterMetres root mean square displacement of a whole line, along and across
 * @param flyback displacement at the very start of a line as a fraction of the line: it is gone
 *     after about 2 % of it
 */
public record ScanErrors(double jitterMetres, double flyback) {

  /** Fraction of a line in which the flyback falls to 1/e. */
  private static final double FLYBACK_LENGTH = 0.005;

  public ScanErrors {
    if (!(jitterMetres >= 0 && flyback >= 0 && flyback < 0.1)) {
      throw new IllegalArgumentException("scan errors have no negative parts");
    }
  }

  /** Coils that obey. */
  public static ScanErrors none() {
    return new ScanErrors(0, 0);
  }

  /** 8 pm of jitter, 1 % of flyback. */
  public static ScanErrors typical() {
    return new ScanErrors(8e-12, 0.01);
  }

  /** Displacement along the line in units of its length; the beam still comes from its end. */
  double lag(double fractionOfLine) {
    return flyback == 0 ? 0 : flyback * StrictMath.exp(-fractionOfLine / FLYBACK_LENGTH);
  }
}
