package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Optional;

/**
 * What a surrogate learns from.
 *
 * @param x n scaled inputs, n at least 1
 * @param y n observations, standardised unless a surrogate says otherwise; finite
 * @param noiseVariance n measured variances of their noise, at least 0; empty where the noise is to
 *     be inferred
 */
public record Observations(Points x, Series y, Optional<Series> noiseVariance) {

  public Observations {
    if (x.size() == 0 || x.size() != y.size()) {
      throw new IllegalArgumentException(
          "at least one observation, and one for each of %d inputs, is needed, not %d"
              .formatted(x.size(), y.size()));
    }
    if (!y.isFinite()) {
      throw new IllegalArgumentException(
          "observation %d is not a finite number; leave failed measurements out"
              .formatted(firstNotFinite(y)));
    }
    noiseVariance.ifPresent(noise -> requireVariances(noise, y.size()));
  }

  public static Observations of(Points x, double[] y) {
    return new Observations(x, Series.of(y), Optional.empty());
  }

  public static Observations of(Points x, double[] y, double[] noiseVariance) {
    return new Observations(x, Series.of(y), Optional.of(Series.of(noiseVariance)));
  }

  public int size() {
    return y.size();
  }

  private static int firstNotFinite(Series y) {
    int i = 0;
    while (Double.isFinite(y.get(i))) {
      i++;
    }
    return i + 1;
  }

  private static void requireVariances(Series noise, int n) {
    boolean allowed = noise.size() == n && noise.isFinite();
    for (int i = 0; allowed && i < n; i++) {
      allowed = noise.get(i) >= 0;
    }
    if (!allowed) {
      throw new IllegalArgumentException(
          "%d finite noise variances of at least 0 are needed, not %s".formatted(n, noise));
    }
  }
}
