package dev.cantilever.numerics.surrogate;

import dev.cantilever.vocabulary.reading.Series;

/**
 * What a posterior says of m points one by one, without the noise of an observation.
 *
 * @param mean m numbers
 * @param variance m numbers, each at least 0 but for rounding
 */
public record Moments(Series mean, Series variance) {

  /** Variances below this are shown and used as this. */
  public static final double SMALLEST_VARIANCE = 1e-12;

  static Moments of(double[] mean, double[] variance) {
    return new Moments(Series.of(mean), Series.of(variance));
  }

  public int size() {
    return mean.size();
  }

  /** Standard deviation, of a variance of at least 1e-12. */
  public double deviation(int point) {
    return Math.sqrt(Math.max(SMALLEST_VARIANCE, variance.get(point)));
  }

  /** How many variances are below 1e-12 and were raised to it. */
  public int clipped() {
    int count = 0;
    for (int i = 0; i < variance.size(); i++) {
      count += variance.get(i) < SMALLEST_VARIANCE ? 1 : 0;
    }
    return count;
  }
}
