package dev.cantilever.drivers.scpi;

import java.util.Map;

/**
 * What the instrument must read back once a command is done.
 *
 * @param tolerance in the instrument's unit, both ends allowed
 */
record Check(String name, Query query, Term expected, double tolerance) {

  Check {
    if (!(tolerance >= 0 && tolerance <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a tolerance is a number of at least 0");
    }
  }

  /** False for what is no number. */
  boolean holds(double read, Map<String, Object> parts) {
    return Math.abs(read - expected.value(parts)) <= tolerance;
  }
}
