package dev.cantilever.numerics.polytope;

import java.util.ArrayList;
import java.util.List;

/**
 * The nearest point to a target that meets the constraints taken in so far, and the forces with
 * which those that it touches hold it: {@code x = target − Σ force · normal}, forces of half-spaces
 * at least 0. One constraint after the other is taken in by the dual method of Goldfarb and Idnani
 * (Math. Program. 27 (1983) 1, doi:10.1007/BF02591962, section 3, with the unit matrix).
 */
final class ActiveSet {

  private static final double POSITIVE = 1e-11;

  private final double[] point;
  private final List<Face> held = new ArrayList<>();
  private final List<Double> forces = new ArrayList<>();
  private Basis basis = new Basis();

  /**
   * A constraint.
   *
   * @param normal of length 1
   */
  record Face(String name, double[] normal, double bound, boolean isPlane) {

    double excess(double[] x) {
      return Vectors.dot(normal, x) - bound;
    }

    Face turned() {
      double[] opposite = new double[normal.length];
      Vectors.add(opposite, -1, normal);
      return new Face(name, opposite, -bound, isPlane);
    }
  }

  ActiveSet(double[] target) {
    this.point = target.clone();
  }

  double[] point() {
    return point.clone();
  }

  /**
   * Takes in a violated half-space, or a plane.
   *
   * @return the names of the constraints that contradict each other; empty where none do
   */
  List<String> satisfy(Face wanted) {
    Face face = wanted.isPlane() && wanted.excess(point) < 0 ? wanted.turned() : wanted;
    double force = 0;
    while (true) {
      double excess = face.excess(point);
      double[] way = basis.rest(face.normal());
      double[] relief = basis.factors(face.normal());
      double steepness = Vectors.dot(way, way);
      if (steepness == 0 && excess <= Polytope.TOUCHING) {
        return List.of();
      }
      double whole = steepness > 0 ? excess / steepness : Double.POSITIVE_INFINITY;
      int weakest = weakest(relief);
      double until = weakest < 0 ? Double.POSITIVE_INFINITY : forces.get(weakest) / relief[weakest];
      double step = Math.min(whole, until);
      if (Double.isInfinite(step)) {
        return conflict(face, relief);
      }
      for (int i = 0; i < relief.length; i++) {
        forces.set(i, forces.get(i) - step * relief[i]);
      }
      force += step;
      Vectors.add(point, -step, way);
      if (whole <= until) {
        hold(face, force);
        return List.of();
      }
      release(weakest);
    }
  }

  /** The half-space whose force is the first to reach 0, or −1. */
  private int weakest(double[] relief) {
    int weakest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < relief.length; i++) {
      if (!held.get(i).isPlane() && relief[i] > POSITIVE) {
        double until = forces.get(i) / relief[i];
        if (until < least) {
          least = until;
          weakest = i;
        }
      }
    }
    return weakest;
  }

  private void hold(Face face, double force) {
    held.add(face);
    forces.add(force);
    basis.take(face.normal());
  }

  private void release(int index) {
    held.remove(index);
    forces.remove(index);
    basis = new Basis();
    held.forEach(face -> basis.take(face.normal()));
  }

  private List<String> conflict(Face face, double[] relief) {
    List<String> names = new ArrayList<>(List.of(face.name()));
    for (int i = 0; i < relief.length; i++) {
      if (Math.abs(relief[i]) > POSITIVE && !names.contains(held.get(i).name())) {
        names.add(held.get(i).name());
      }
    }
    return names;
  }
}
