package dev.cantilever.numerics.monitor;

import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;

/**
 * What one model said of every member of the pool: the <em>live</em> model as it was before a step,
 * the <em>final</em> one given the whole trace, or the <em>complete</em> one given the whole pool
 * (offline only). In the unit of the observations at every step, not standardised by what was known
 * at the time, or curves jump where the standardisation does.
 *
 * @param mean one per member
 * @param variance one per member, noise-free, at least 0
 */
public record PoolPrediction(Series mean, Series variance) {

  public PoolPrediction {
    if (mean.size() == 0) {
      throw new IllegalArgumentException("a prediction over an empty pool; members are needed");
    }
    Require.size("variances", variance.size(), mean.size(), "one per member of the pool");
    Require.bounded("mean", mean);
    Require.notNegative("variance", variance);
  }

  public int size() {
    return mean.size();
  }

  /** The member of largest variance, the first among equals. */
  public int mostUncertain() {
    int largest = 0;
    for (int i = 1; i < size(); i++) {
      if (variance.get(i) > variance.get(largest)) {
        largest = i;
      }
    }
    return largest;
  }

  /** The median of the variances, of an even number the mean of the middle two. */
  public double medianVariance() {
    double[] sorted = variance.toArray();
    Arrays.sort(sorted);
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }

  static void requireOver(int poolSize, List<PoolPrediction> steps) {
    for (PoolPrediction one : steps) {
      Require.size("members in a prediction", one.size(), poolSize, "one per member of the pool");
    }
  }
}
