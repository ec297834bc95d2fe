package dev.cantilever.numerics.polytope;

import dev.cantilever.vocabulary.reading.Series;

/**
 * {@code normal · x ≤ bound}, or with {@code =} where it is used as a plane.
 *
 * @param name what a person calls it; given back where constraints contradict each other
 * @param normal finite, of any length; all zeros says that the constraint holds everywhere or
 *     nowhere
 */
public record HalfSpace(String name, Series normal, double bound) {

  public HalfSpace {
    if (!normal.isFinite() || !Double.isFinite(bound)) {
      throw new IllegalArgumentException(
          "constraint %s must have finite numbers, not %s and %s".formatted(name, normal, bound));
    }
  }
}
