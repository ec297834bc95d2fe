package dev.cantilever.numerics.multitask;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * How tasks hang together at one place, before any observation.
 *
 * @param covariance between standardised tasks, T rows of T numbers
 * @param correlation the same divided by the deviations, in [−1, 1]
 */
public record TaskRelations(List<Series> covariance, List<Series> correlation) {

  public TaskRelations {
    covariance = List.copyOf(covariance);
    correlation = List.copyOf(correlation);
  }

  /**
   * Of equally likely kernels, averaged; W itself has no meaning, for its columns may change sign
   * and place, but {@code W Wᵀ} has.
   *
   * @param kernels of d inputs and a task, at least one; stationary in the inputs
   * @param inputs d
   * @param tasks how many there are
   */
  public static TaskRelations of(List<Kernel> kernels, int inputs, int tasks) {
    double[][] rows = new double[tasks][inputs + 1];
    for (int t = 0; t < tasks; t++) {
      rows[t][inputs] = t;
    }
    Points one = Points.of(rows);
    double[][] mean = new double[tasks][tasks];
    for (Kernel kernel : kernels) {
      double[][] own = kernel.covariance(one, one);
      for (int a = 0; a < tasks; a++) {
        for (int b = 0; b < tasks; b++) {
          mean[a][b] += own[a][b] / kernels.size();
        }
      }
    }
    return of(mean);
  }

  private static TaskRelations of(double[][] covariance) {
    List<Series> covariances = new ArrayList<>();
    List<Series> correlations = new ArrayList<>();
    for (int a = 0; a < covariance.length; a++) {
      double[] row = new double[covariance.length];
      for (int b = 0; b < row.length; b++) {
        double scale = Math.sqrt(covariance[a][a]) * Math.sqrt(covariance[b][b]);
        row[b] = a == b ? 1 : Math.clamp(covariance[a][b] / scale, -1.0, 1.0);
      }
      covariances.add(Series.of(covariance[a]));
      correlations.add(Series.of(row));
    }
    return new TaskRelations(covariances, correlations);
  }
}
