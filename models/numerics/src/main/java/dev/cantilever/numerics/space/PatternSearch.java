package dev.cantilever.numerics.space;

import dev.cantilever.numerics.polytope.Polytope;
import dev.cantilever.numerics.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Uphill without slopes, for functions that may have none: both ways of a random set of orthogonal
 * directions within the linear constraints, the step halved where none is better (Kolda, Lewis and
 * Torczon, SIAM Rev. 45 (2003) 385, doi:10.1137/S003614450242889). Only the continuous part moves.
 */
final class PatternSearch {

  private static final int MOST_ROUNDS = 200;

  private final WorkingCoordinates coordinates;
  private final RandomStream stream;
  private final double firstStep;
  private final double lastStep;

  /**
   * A search.
   *
   * @param firstStep as a share of ranges
   * @param lastStep it ends when the step falls below
   */
  PatternSearch(SearchSpace space, RandomStream stream, double firstStep, double lastStep) {
    this.coordinates = WorkingCoordinates.continuous(space);
    this.stream = stream;
    this.firstStep = firstStep;
    this.lastStep = lastStep;
  }

  /**
   * The highest point met from {@code start}, which meets all linear constraints.
   *
   * @param heights what points are worth; minus infinity for one that will not do
   */
  double[] highest(double[] start, Differences.Batch heights) {
    if (coordinates.size() == 0) {
      return start;
    }
    Polytope polytope = coordinates.polytope(start);
    double[] here = start;
    double height = heights.of(List.of(start))[0];
    double step = firstStep;
    for (int round = 0; round < MOST_ROUNDS && step >= lastStep; round++) {
      List<double[]> around = around(here, polytope, step);
      double[] values = around.isEmpty() ? new double[0] : heights.of(around);
      int best = -1;
      for (int i = 0; i < values.length; i++) {
        if (values[i] > height) {
          height = values[i];
          best = i;
        }
      }
      if (best < 0) {
        step /= 2;
      } else {
        here = around.get(best);
      }
    }
    return here;
  }

  private List<double[]> around(double[] natural, Polytope polytope, double step) {
    double[] here = coordinates.of(natural);
    List<double[]> around = new ArrayList<>();
    for (double[] direction : directions(polytope)) {
      Polytope.Chord chord = polytope.chord(here, direction);
      double[] ways = {Math.max(-step, chord.back()), Math.min(step, chord.forth())};
      for (double way : ways) {
        if (way != 0) {
          around.add(coordinates.moved(natural, Directions.sum(here, way, direction)));
        }
      }
    }
    return around;
  }

  /** Random, orthonormal, along all equalities. */
  private List<double[]> directions(Polytope polytope) {
    List<double[]> directions = new ArrayList<>();
    for (int j = 0; j < coordinates.size(); j++) {
      double[] direction = new double[coordinates.size()];
      for (int k = 0; k < direction.length; k++) {
        direction[k] = stream.nextNormal();
      }
      Directions.takeUnit(directions, polytope.along(direction));
    }
    return directions;
  }
}
