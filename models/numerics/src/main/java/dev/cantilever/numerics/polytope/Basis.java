package dev.cantilever.numerics.polytope;

import java.util.ArrayList;
import java.util.List;

/**
 * An orthonormal basis of the span of some vectors, and each of them in terms of it: modified
 * Gram-Schmidt, every vector twice, which keeps the basis orthogonal to rounding (Giraud, Langou
 * and Rozložník, Comput. Math. Appl. 50 (2005) 1069, doi:10.1016/j.camwa.2005.08.009).
 */
final class Basis {

  /** A vector of length 1 with no more than this outside of the span counts as inside. */
  private static final double DEPENDENT = 1e-9;

  private final List<double[]> directions = new ArrayList<>();
  private final List<double[]> shares = new ArrayList<>();

  /** What is left of a vector outside of the span; all zeros where it lies inside. */
  double[] rest(double[] vector) {
    double[] rest = vector.clone();
    project(rest, new double[directions.size()]);
    return Vectors.dot(rest, rest) > DEPENDENT * DEPENDENT ? rest : new double[rest.length];
  }

  /** Takes in a vector that does not lie in the span. */
  void take(double[] vector) {
    double[] rest = vector.clone();
    double[] share = new double[directions.size() + 1];
    project(rest, share);
    double length = Math.sqrt(Vectors.dot(rest, rest));
    for (int i = 0; i < rest.length; i++) {
      rest[i] /= length;
    }
    share[directions.size()] = length;
    directions.add(rest);
    shares.add(share);
  }

  /** The factors with which the vectors taken in add up to the part of this one in the span. */
  double[] factors(double[] vector) {
    double[] factors = new double[directions.size()];
    project(vector.clone(), factors);
    for (int i = factors.length - 1; i >= 0; i--) {
      factors[i] /= shares.get(i)[i];
      for (int k = 0; k < i; k++) {
        factors[k] -= factors[i] * shares.get(i)[k];
      }
    }
    return factors;
  }

  private void project(double[] vector, double[] share) {
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < directions.size(); k++) {
        double part = Vectors.dot(directions.get(k), vector);
        share[k] += part;
        Vectors.add(vector, -part, directions.get(k));
      }
    }
  }
}
