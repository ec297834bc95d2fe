package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.schema.Default;

/**
 * The legal values of one parameter of a condition, both ends allowed, in the unit that the
 * instrument declares for it.
 *
 * @param maximumRate greatest change each second; 0 where it may not be ramped
 */
public record ParameterLimit(
    String parameter, double min, double max, @Default("0") double maximumRate) {

  public ParameterLimit {
    if (parameter.isBlank() || !(min <= max) || Double.isInfinite(max - min)) {
      throw new IllegalArgumentException(
          "limit of parameter \"%s\" must be finite with min ≤ max, not [%s, %s]"
              .formatted(parameter, min, max));
    }
  }

  /** Without ramps. */
  public ParameterLimit(String parameter, double min, double max) {
    this(parameter, min, max, 0);
  }

  /** Accepting direction: NaN is not inside. */
  boolean allows(double value) {
    return value >= min && value <= max;
  }
}
