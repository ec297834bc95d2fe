package dev.cantilever.drivers.table;

import dev.cantilever.vocabulary.reading.Series;
import java.util.List;

/**
 * A recorded condition with all that was recorded of it.
 *
 * @param condition one value for each input
 * @param replicates outcomes of its trials, each with one value for each outcome; no two are equal
 */
record Entry(Series condition, List<Series> replicates) {

  Entry {
    replicates = List.copyOf(replicates);
  }

  /** Counted from the first replicate, so that the mean of equal values is that value. */
  double mean(int outcome) {
    double first = replicates.getFirst().get(outcome);
    double sum = 0;
    for (Series replicate : replicates) {
      sum += replicate.get(outcome) - first;
    }
    return first + sum / replicates.size();
  }

  /**
   * Standard deviation of one trial, s = √(Σ (x − mean)² / (n − 1)); 0, not known, where n is 1.
   */
  double deviation(int outcome) {
    double mean = mean(outcome);
    double squares = 0;
    for (Series replicate : replicates) {
      squares += (replicate.get(outcome) - mean) * (replicate.get(outcome) - mean);
    }
    return replicates.size() < 2 ? 0 : Math.sqrt(squares / (replicates.size() - 1));
  }

  /** Standard error of the mean, s / √n; 0, not known, where n is 1. */
  double standardError(int outcome) {
    return deviation(outcome) / Math.sqrt(replicates.size());
  }
}
