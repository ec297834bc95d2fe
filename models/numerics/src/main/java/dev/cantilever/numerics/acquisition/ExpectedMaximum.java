package dev.cantilever.numerics.acquisition;

import dev.cantilever.numerics.special.Normal;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * {@code E[max_i (a_i + b_i Z)] − max_i a_i} for a standard normal Z: the upper envelope of
 * straight lines (Frazier, Powell and Dayanik 2009, algorithm 1).
 */
public final class ExpectedMaximum {

  private final int[] line;
  private final double[] from;
  private int count;

  private ExpectedMaximum(int size) {
    this.line = new int[size];
    this.from = new double[size];
  }

  /**
   * The gain, at least 0. O(n log n).
   *
   * @param a heights at Z = 0, n of them, at least one
   * @param b slopes, as many
   */
  public static double gain(double[] a, double[] b) {
    ExpectedMaximum envelope = new ExpectedMaximum(a.length);
    IntStream.range(0, a.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> b[i]).thenComparingDouble(i -> a[i]))
        .forEach(i -> envelope.add(i, a, b));
    double best = Double.NEGATIVE_INFINITY;
    for (double value : a) {
      best = Math.max(best, value);
    }
    double sum = 0;
    for (int k = 0; k < envelope.count; k++) {
      double left = envelope.from[k];
      double right = k + 1 < envelope.count ? envelope.from[k + 1] : Double.POSITIVE_INFINITY;
      int i = envelope.line[k];
      // measured from the best mean, so that small gains are not lost against large means
      sum += (a[i] - best) * between(left, right);
      sum += b[i] * (Normal.density(left) - Normal.density(right));
    }
    return Math.max(0, sum);
  }

  private static double between(double left, double right) {
    return left > 0
        ? Normal.cumulative(-left) - Normal.cumulative(-right)
        : Normal.cumulative(right) - Normal.cumulative(left);
  }

  /** The next line by slope; it takes over from where it meets the envelope. */
  private void add(int i, double[] a, double[] b) {
    if (count > 0 && b[line[count - 1]] == b[i]) {
      count--; // parallel, and lower or equal
    }
    while (count > 0 && meet(line[count - 1], i, a, b) <= from[count - 1]) {
      count--;
    }
    line[count] = i;
    from[count] = count == 0 ? Double.NEGATIVE_INFINITY : meet(line[count - 1], i, a, b);
    count++;
  }

  private static double meet(int flat, int steep, double[] a, double[] b) {
    return (a[flat] - a[steep]) / (b[steep] - b[flat]);
  }
}
