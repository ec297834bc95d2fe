package dev.cantilever.numerics.sampling;

import java.util.Arrays;

/**
 * The diagonal of the inverse metric, estimated as the variances of the draws within growing
 * windows of the warm-up (Carpenter et al., J. Stat. Softw. 76 (2017) 1, section 6.3;
 * doi:10.18637/jss.v076.i01): a stretch in which only the step size is tuned, windows that double
 * in length, and a last stretch for the step size.
 */
final class MetricWindows {

  private static final int FIRST = 75;
  private static final int LAST = 50;
  private static final int SHORTEST_WINDOW = 25;

  /** Weight of the guess that the variance is 1e-3, counted in draws. */
  private static final double GUESS_WEIGHT = 5;

  private static final double GUESS = 1e-3;

  private final int begin;
  private final int end;
  private int windowEnd;
  private int windowLength;
  private final double[] mean;
  private final double[] squares;
  private int count;

  MetricWindows(int warmUp, int dimension) {
    boolean isShort = warmUp < FIRST + SHORTEST_WINDOW + LAST;
    begin = isShort ? (int) (0.15 * warmUp) : FIRST;
    end = warmUp - (isShort ? (int) (0.1 * warmUp) : LAST);
    windowLength = isShort ? end - begin : SHORTEST_WINDOW;
    windowEnd = begin + windowLength;
    mean = new double[dimension];
    squares = new double[dimension];
  }

  /**
   * Takes note of the draw of one transition of the warm-up.
   *
   * @return whether a window ends here, so that {@link #update} is due
   */
  boolean endsWindow(int transition, double[] theta) {
    if (transition < begin || transition >= end) {
      return false;
    }
    count++;
    for (int i = 0; i < theta.length; i++) {
      double before = theta[i] - mean[i];
      mean[i] += before / count;
      squares[i] += before * (theta[i] - mean[i]);
    }
    return transition + 1 == windowEnd;
  }

  /** Writes the variances of the window into the inverse metric and opens the next window. */
  void update(double[] inverseMetric) {
    for (int i = 0; i < inverseMetric.length; i++) {
      double variance = squares[i] / (count - 1);
      inverseMetric[i] = (count * variance + GUESS_WEIGHT * GUESS) / (count + GUESS_WEIGHT);
    }
    Arrays.fill(mean, 0);
    Arrays.fill(squares, 0);
    count = 0;
    windowLength *= 2;
    boolean isLast = windowEnd + 3 * windowLength > end;
    windowEnd = isLast ? end : windowEnd + windowLength;
  }
}
