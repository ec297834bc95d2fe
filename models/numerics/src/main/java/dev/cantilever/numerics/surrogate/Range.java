package dev.cantilever.numerics.surrogate;

/** The values that a positive hyper-parameter may take, both ends allowed. */
public record Range(double min, double max) {

  public Range {
    if (!(min > 0) || !(min <= max) || Double.isInfinite(max)) {
      throw new IllegalArgumentException("0 < min ≤ max < ∞ expected, not " + min + ", " + max);
    }
  }

  /** Closer to an end than this, in logarithm, counts as at the end. */
  private static final double AT_THE_END = 1e-6;

  boolean isAtEnd(double value) {
    return StrictMath.log(value / min) < AT_THE_END || StrictMath.log(max / value) < AT_THE_END;
  }
}
