package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;

/** Refusals that name the thing, the value and what is allowed. */
final class Require {

  /** Squares of such numbers can be summed. */
  private static final double LARGEST = 1e100;

  private Require() {}

  static void atLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s is %d; it must be at least %d".formatted(name, value, least));
    }
  }

  static void between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s; it must lie in [%s, %s]".formatted(name, value, least, most));
    }
  }

  static void between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d; it must lie in [%d, %d]".formatted(name, value, least, most));
    }
  }

  static void bounded(String name, double... values) {
    for (int k = 0; k < values.length; k++) {
      if (!(Math.abs(values[k]) <= LARGEST)) {
        throw new IllegalArgumentException(
            "%s has coordinate %d = %s, which must be a number within ±1e100; leave failed measurements out"
                .formatted(name, k, values[k]));
      }
    }
  }

  static void bounded(String name, Points points) {
    for (int i = 0; i < points.size(); i++) {
      bounded(name + " " + i, points.row(i));
    }
  }

  /** As many coordinates as expected. */
  static void dimension(String name, int dimension, int expected) {
    if (dimension != expected) {
      throw new IllegalArgumentException(
          "%s has %d coordinates, but %d are expected".formatted(name, dimension, expected));
    }
  }

  /** As many as there are of something else. */
  static void size(String name, int size, int expected, String of) {
    if (size != expected) {
      throw new IllegalArgumentException(
          "%d %s; %d expected, one for each of the %s".formatted(size, name, expected, of));
    }
  }
}
