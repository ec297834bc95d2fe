package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;

/** Refusals that name the thing, the value and what is allowed. */
final class Require {

  /** Sums of a billion squares of such numbers are finite. */
  private static final double LARGEST = 1e100;

  private Require() {}

  static void bounded(String name, double value) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new IllegalArgumentException(
          "%s is %s; it must be a number of magnitude at most %s: leave failed measurements out"
              .formatted(name, value, LARGEST));
    }
  }

  static void bounded(String name, Series values) {
    for (int i = 0; i < values.size(); i++) {
      if (!(Math.abs(values.get(i)) <= LARGEST)) {
        bounded("%s[%d]".formatted(name, i), values.get(i));
      }
    }
  }

  static void between(String name, Series values, double least, double most) {
    for (int i = 0; i < values.size(); i++) {
      if (!(values.get(i) >= least && values.get(i) <= most)) {
        throw new IllegalArgumentException(
            "%s[%d] is %s; it must lie in [%s, %s]".formatted(name, i, values.get(i), least, most));
      }
    }
  }

  /** For numbers of which none may be below 0. */
  static void notNegative(String name, Series values) {
    between(name, values, 0, LARGEST);
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

  /** Features of every member of a pool, in coordinates whose squares can be summed. */
  static void features(Points features, int poolSize) {
    size("points with features", features.size(), poolSize, "one per member of the pool");
    for (int i = 0; i < features.size(); i++) {
      for (int j = 0; j < features.dimension(); j++) {
        if (!(Math.abs(features.get(i, j)) <= LARGEST)) {
          bounded("feature %d of member %d".formatted(j, i), features.get(i, j));
        }
      }
    }
  }

  static void size(String name, int size, int expected, String of) {
    if (size != expected) {
      throw new IllegalArgumentException(
          "%d %s; %d expected, %s".formatted(size, name, expected, of));
    }
  }
}
