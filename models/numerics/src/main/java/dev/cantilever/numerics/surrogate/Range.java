package dev.cantilever.numerics.surrogate;

/** The values that a hyper-parameter may take, both ends allowed. */
public record Range(double min, double max) {

  /** Closer to an end than this, in its coordinate, counts as at the end. */
  private static final double AT_THE_END = 1e-6;

  public Range {
    if (!(min <= max) || Double.isInfinite(max - min)) {
      throw new IllegalArgumentException(
          "−∞ < min ≤ max < ∞ expected, not %s, %s".formatted(min, max));
    }
  }

  /** Whether a value of a positive hyper-parameter lies at an end. */
  boolean isAtEnd(double value, boolean positive) {
    return positive
        ? StrictMath.log(value / min) < AT_THE_END || StrictMath.log(max / value) < AT_THE_END
        : value - min < AT_THE_END || max - value < AT_THE_END;
  }
}
