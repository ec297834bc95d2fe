package dev.cantilever.numerics.multitask;

import dev.cantilever.numerics.kernel.Points;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Inputs with the number of a task as their last column. */
public final class TaskPoints {

  private TaskPoints() {}

  /**
   * All points at one task.
   *
   * @param x n × d
   * @param task at least 0
   * @return n × (d + 1)
   */
  public static Points of(Points x, int task) {
    return of(x, Collections.nCopies(x.size(), task));
  }

  /**
   * Each point at its own task.
   *
   * @param x n × d
   * @param tasks n numbers, each at least 0
   * @return n × (d + 1)
   */
  public static Points of(Points x, List<Integer> tasks) {
    if (tasks.size() != x.size()) {
      throw new IllegalArgumentException(
          "%d tasks for %d points; give one for each".formatted(tasks.size(), x.size()));
    }
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = with(x, i, tasks.get(i));
    }
    return Points.of(rows);
  }

  private static double[] with(Points x, int i, int task) {
    if (task < 0) {
      throw new IllegalArgumentException("tasks are numbered from 0; there is no task " + task);
    }
    double[] row = Arrays.copyOf(x.row(i), x.dimension() + 1);
    row[x.dimension()] = task;
    return row;
  }

  /**
   * The points without their tasks.
   *
   * @param x n × (d + 1), d at least 1
   * @return n × d
   */
  public static Points inputs(Points x) {
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOf(x.row(i), x.dimension() - 1);
    }
    return Points.of(rows);
  }

  /**
   * The task of each point.
   *
   * @param x n × (d + 1)
   * @param tasks how many there are
   * @throws IllegalArgumentException where a last column is not one of 0 … tasks − 1
   */
  public static int[] tasks(Points x, int tasks) {
    int[] found = new int[x.size()];
    for (int i = 0; i < found.length; i++) {
      double number = x.get(i, x.dimension() - 1);
      found[i] = (int) number;
      if (found[i] != number || number < 0 || number >= tasks) {
        throw new IllegalArgumentException(
            "the last column of point %d is %s; it must be a task, 0 to %d"
                .formatted(i, number, tasks - 1));
      }
    }
    return found;
  }
}
