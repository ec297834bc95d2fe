package dev.cantilever.tools.rehearsal;

import java.util.List;

/**
 * Instrument time of one instrument over several rehearsals, in seconds.
 *
 * @param low a twentieth of the rehearsals took no longer
 * @param high all but a twentieth took no longer
 * @param times of how many rehearsals
 */
public record Spread(double low, double median, double high, int times) {

  /** Of times in seconds, at least one: the smallest that so large a share does not exceed. */
  static Spread of(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return new Spread(
        quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95), sorted.size());
  }

  private static double quantile(List<Double> sorted, double share) {
    int rank = (int) StrictMath.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
