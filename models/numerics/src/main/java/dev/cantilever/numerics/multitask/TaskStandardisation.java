package dev.cantilever.numerics.multitask;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Standardisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every task standardised by its own observations. Instruments speak in units of their own; only
 * after this do their standard deviations compare.
 *
 * @param each one for every task; a task without observations keeps its unit
 */
public record TaskStandardisation(List<Standardisation> each) {

  private static final Standardisation UNCHANGED = new Standardisation(0, 1);

  public TaskStandardisation {
    each = List.copyOf(each);
  }

  /**
   * Of these observations.
   *
   * @param x n × (d + 1), the task last
   * @param y n observations
   * @param tasks how many tasks there are
   */
  public static TaskStandardisation of(Points x, double[] y, int tasks) {
    int[] task = tasksOf(x, y, tasks);
    List<Standardisation> each = new ArrayList<>();
    for (int t = 0; t < tasks; t++) {
      double[] own = new double[y.length];
      int count = 0;
      for (int i = 0; i < y.length; i++) {
        if (task[i] == t) {
          own[count++] = y[i];
        }
      }
      each.add(count == 0 ? UNCHANGED : Standardisation.of(Arrays.copyOf(own, count)));
    }
    return new TaskStandardisation(each);
  }

  /** Observations as the surrogate sees them. */
  public double[] apply(Points x, double[] y) {
    int[] task = tasksOf(x, y, each.size());
    double[] scaled = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      scaled[i] = each.get(task[i]).apply(new double[] {y[i]})[0];
    }
    return scaled;
  }

  /** Measured noise variances as the surrogate sees them. */
  public double[] applyToVariances(Points x, double[] variances) {
    int[] task = tasksOf(x, variances, each.size());
    double[] scaled = new double[variances.length];
    for (int i = 0; i < scaled.length; i++) {
      double deviation = each.get(task[i]).deviation();
      scaled[i] = variances[i] / (deviation * deviation);
    }
    return scaled;
  }

  private static int[] tasksOf(Points x, double[] y, int tasks) {
    if (y.length != x.size()) {
      throw new IllegalArgumentException(
          "%d values for %d points; give one for each".formatted(y.length, x.size()));
    }
    return TaskPoints.tasks(x, tasks);
  }
}
