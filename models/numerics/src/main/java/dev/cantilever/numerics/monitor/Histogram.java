package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.special.Normal;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts in bins {@code [edge_i, edge_{i+1})}, and beyond them.
 *
 * @param edges b + 1 ascending numbers
 * @param counts b counts
 * @param below how many lie below the first edge
 * @param above how many lie at or above the last edge
 */
public record Histogram(Series edges, List<Integer> counts, int below, int above) {

  public Histogram {
    counts = List.copyOf(counts);
    Require.size("edges", edges.size(), counts.size() + 1, "one more than bins");
  }

  /**
   * Of these values.
   *
   * @param least first edge
   * @param most last edge, above {@code least}
   * @param bins of equal width, at least 1
   */
  static Histogram of(Series values, double least, double most, int bins) {
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = least + (most - least) * i / bins;
    }
    int[] counts = new int[bins + 2];
    for (int i = 0; i < values.size(); i++) {
      int bin = 0;
      while (bin <= bins && values.get(i) >= edges[bin]) {
        bin++;
      }
      counts[bin]++;
    }
    List<Integer> inside = new ArrayList<>();
    for (int bin = 1; bin <= bins; bin++) {
      inside.add(counts[bin]);
    }
    return new Histogram(Series.of(edges), inside, counts[0], counts[bins + 1]);
  }

  /** Share of a standard normal in each bin, to draw beside the counts. */
  public Series normalShares() {
    double[] shares = new double[counts.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Normal.cumulative(edges.get(i + 1)) - Normal.cumulative(edges.get(i));
    }
    return Series.of(shares);
  }
}
