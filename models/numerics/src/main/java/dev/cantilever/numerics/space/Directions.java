package dev.cantilever.numerics.space;

import java.util.List;

/** Sets of orthonormal directions. */
final class Directions {

  private static final double SHORTEST = 1e-6;

  private Directions() {}

  /** Adds what a direction has outside of the span of the others, at length 1, if anything. */
  static void takeUnit(List<double[]> others, double[] direction) {
    double[] rest = direction.clone();
    for (double[] other : others) {
      add(rest, -dot(rest, other), other);
    }
    double length = Math.sqrt(dot(rest, rest));
    if (length > SHORTEST) {
      for (int j = 0; j < rest.length; j++) {
        rest[j] /= length;
      }
      others.add(rest);
    }
  }

  /** {@code a + factor · b}. */
  static double[] sum(double[] a, double factor, double[] b) {
    double[] sum = a.clone();
    add(sum, factor, b);
    return sum;
  }

  private static void add(double[] a, double factor, double[] b) {
    for (int j = 0; j < a.length; j++) {
      a[j] += factor * b[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
