package dev.cantilever.kernel.envelope;

/**
 * The legal values of one parameter of a condition, both ends allowed, in the unit that the
 * instrument declares for it.
 */
public record ParameterLimit(String parameter, double min, double max) {

  public ParameterLimit {
    if (parameter.isBlank() || !(min <= max) || Double.isInfinite(max - min)) {
      throw new IllegalArgumentException(
          "limit of parameter \"%s\" must be finite with min ≤ max, not [%s, %s]"
              .formatted(parameter, min, max));
    }
  }

  /** Accepting direction: NaN is not inside. */
  boolean allows(double value) {
    return value >= min && value <= max;
  }
}
