package dev.cantilever.numerics.space;

/** Numbers for sentences. */
final class Words {

  private static final double WHOLE_BELOW = 1e15;

  private Words() {}

  /** All its digits, without a fraction of zeros. */
  static String exact(double x) {
    return isWhole(x) ? Long.toString((long) x) : Double.toString(x);
  }

  /** Some seven digits. */
  static String rounded(double x) {
    return isWhole(x) ? Long.toString((long) x) : Float.toString((float) x);
  }

  private static boolean isWhole(double x) {
    return x == Math.rint(x) && Math.abs(x) < WHOLE_BELOW;
  }
}
