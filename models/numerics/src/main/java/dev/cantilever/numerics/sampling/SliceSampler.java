package dev.cantilever.numerics.sampling;

import dev.cantilever.numerics.random.RandomStream;

/**
 * Moves one coordinate at a time by slice sampling with stepping out and shrinkage (Neal, Ann.
 * Stat. 31 (2003) 705, figures 3 and 5, doi:10.1214/aos/1056562461). It asks for values only, so
 * the density may jump along the coordinate. One chain's own; has state.
 */
final class SliceSampler {

  /** An interval grows to at most so many widths. */
  private static final int MOST_WIDTHS = 64;

  private static final double FIRST_WIDTH = 1;

  /** Weight of the first width among the moves, counted in moves. */
  private static final double FIRST_WEIGHT = 5;

  private final Target target;
  private final double[] moves;
  private final int[] counts;

  SliceSampler(Target target, int dimension) {
    this.target = target;
    moves = new double[dimension];
    counts = new int[dimension];
  }

  /** As {@link #step}, and learns the width from the move. */
  double tune(double[] theta, double value, int coordinate, RandomStream stream) {
    double before = theta[coordinate];
    double next = step(theta, value, coordinate, stream);
    moves[coordinate] += Math.abs(theta[coordinate] - before);
    counts[coordinate]++;
    return next;
  }

  /**
   * Moves {@code theta[coordinate]} in place.
   *
   * @param value log density at {@code theta}, finite
   * @return log density at the new place
   */
  double step(double[] theta, double value, int coordinate, RandomStream stream) {
    double before = theta[coordinate];
    double level = value + StrictMath.log(Math.max(stream.nextDouble(), 0x1p-54));
    double width = width(coordinate);
    double left = before - width * stream.nextDouble();
    double right = left + width;
    int leftSteps = stream.nextInt(MOST_WIDTHS);
    for (int k = 0; k < leftSteps && at(theta, coordinate, left) >= level; k++) {
      left -= width;
    }
    for (int k = leftSteps; k < MOST_WIDTHS - 1 && at(theta, coordinate, right) >= level; k++) {
      right += width;
    }
    while (true) {
      double here = left + stream.nextDouble() * (right - left);
      double density = at(theta, coordinate, here);
      if (density >= level) {
        return density;
      }
      if (here == before) { // shrunk to nothing around a place that is possible
        return value;
      }
      if (here < before) {
        left = here;
      } else {
        right = here;
      }
    }
  }

  /** Three mean moves: two uniform draws from a slice are a third of its length apart. */
  private double width(int coordinate) {
    double sum = FIRST_WEIGHT * FIRST_WIDTH + 3 * moves[coordinate];
    return sum / (FIRST_WEIGHT + counts[coordinate]);
  }

  private double at(double[] theta, int coordinate, double x) {
    theta[coordinate] = x;
    return target.value(theta);
  }
}
