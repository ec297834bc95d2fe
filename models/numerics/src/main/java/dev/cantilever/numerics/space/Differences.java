package dev.cantilever.numerics.space;

import dev.cantilever.numerics.polytope.Polytope;
import java.util.ArrayList;
import java.util.List;

/** Gradients from values of points that are inside the linear constraints. */
final class Differences {

  /** The error is about its square, and that of rounding 1e-11. */
  private static final double STEP = 1e-5;

  private static final double SHORTEST = 1e-12;

  private final WorkingCoordinates coordinates;

  Differences(WorkingCoordinates coordinates) {
    this.coordinates = coordinates;
  }

  /** A function of many points at once. */
  interface Batch {
    double[] of(List<double[]> naturals);
  }

  /**
   * The gradient by working coordinates, along all equalities: from two points on both sides where
   * there is room, else from two on one side; 0 along directions without room or without finite
   * values.
   *
   * @param natural a point, for what stands still
   * @param working its working coordinates
   * @param value of the function there
   */
  double[] gradient(
      Batch function, double[] natural, double[] working, double value, Polytope polytope) {
    List<double[]> directions = directions(polytope);
    List<Steps> steps = new ArrayList<>();
    List<double[]> points = new ArrayList<>();
    for (double[] direction : directions) {
      Steps two = Steps.within(polytope.chord(working, direction));
      steps.add(two);
      points.add(coordinates.moved(natural, Directions.sum(working, two.first(), direction)));
      points.add(coordinates.moved(natural, Directions.sum(working, two.second(), direction)));
    }
    double[] values = function.of(points);
    double[] gradient = new double[working.length];
    for (int k = 0; k < directions.size(); k++) {
      double slope = steps.get(k).slope(values[2 * k] - value, values[2 * k + 1] - value);
      gradient = Directions.sum(gradient, slope, directions.get(k));
    }
    return gradient;
  }

  /** How far away along a direction the function is asked. */
  private record Steps(double first, double second) {

    static Steps within(Polytope.Chord chord) {
      if (chord.forth() >= STEP && -chord.back() >= STEP) {
        return new Steps(STEP, -STEP);
      }
      double way = chord.forth() >= -chord.back() ? chord.forth() : chord.back();
      double half = Math.copySign(Math.min(STEP, Math.abs(way) / 2), way);
      return new Steps(half, 2 * half);
    }

    /** At 0 of the parabola through 0 and two more points. */
    double slope(double firstRise, double secondRise) {
      if (Math.abs(first) < SHORTEST
          || !Double.isFinite(firstRise)
          || !Double.isFinite(secondRise)) {
        return 0;
      }
      return (firstRise * second / first - secondRise * first / second) / (second - first);
    }
  }

  /** Orthonormal, spanning everything along the equalities; the axes themselves in a box. */
  private List<double[]> directions(Polytope polytope) {
    List<double[]> directions = new ArrayList<>();
    for (int j = 0; j < coordinates.size(); j++) {
      double[] axis = new double[coordinates.size()];
      axis[j] = 1;
      Directions.takeUnit(directions, polytope.along(axis));
    }
    return directions;
  }
}
