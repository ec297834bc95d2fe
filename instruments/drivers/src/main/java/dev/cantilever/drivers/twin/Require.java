package dev.cantilever.drivers.twin;

/** Checks of numbers at the border of a simulation; NaN fails every one. */
public final class Require {

  private Require() {}

  /** The value, if it lies in the closed interval. */
  public static double inside(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s %s is outside [%s, %s]; choose a value inside".formatted(what, value, low, high));
    }
    return value;
  }

  /** The value, if it lies in the closed interval. */
  public static int inside(String what, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s %d is outside [%d, %d]; choose a value inside".formatted(what, value, low, high));
    }
    return value;
  }

  /** The value, if it is finite and above 0. */
  public static double positive(String what, double value) {
    if (!(value > 0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "%s %s is not a finite number above 0; choose one".formatted(what, value));
    }
    return value;
  }

  /** The value, if it is finite and at least 0. */
  public static double notNegative(String what, double value) {
    if (!(value >= 0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "%s %s is not a finite number of at least 0; choose one".formatted(what, value));
    }
    return value;
  }

  /** The value, if it is finite. */
  public static double finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s %s is not finite; choose a number".formatted(what, value));
    }
    return value;
  }
}
