package dev.cantilever.numerics.kernel;

import java.util.List;

/**
 * {@code B[i, j]} between tasks i and j, whose numbers are the only input. Multiplied by a kernel
 * of the other inputs it makes the intrinsic coregionalisation model, a sum of such products the
 * linear model of coregionalisation or a two-fidelity autoregression (Álvarez, Rosasco and
 * Lawrence, Found. Trends Mach. Learn. 4 (2012) 195, doi:10.1561/2200000036).
 *
 * @param covariance B and its parameters
 */
public record TaskKernel(TaskCovariance covariance) implements Kernel {

  private int task(Points x, int i) {
    double number = x.get(i, 0);
    int task = (int) number;
    if (task != number || task < 0 || task >= covariance.tasks()) {
      throw new IllegalArgumentException(
          "task %s of point %d is not one of 0 to %d".formatted(number, i, covariance.tasks() - 1));
    }
    return task;
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    Coordinates.requireDimension(x, 1);
    double[][] b = covariance.matrix();
    return (i, count, into) -> {
      double[] row = b[task(x, i)];
      for (int j = 0; j < count; j++) {
        into[j] = row[task(z, j)];
      }
    };
  }

  @Override
  public double[] variances(Points x) {
    double[][] b = covariance.matrix();
    double[] own = new double[x.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = b[task(x, i)][task(x, i)];
    }
    return own;
  }

  @Override
  public List<Parameter> parameters() {
    return covariance.parameters();
  }

  @Override
  public TaskKernel with(double[] values) {
    return new TaskKernel(covariance.with(values));
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    double[][] total = new double[covariance.tasks()][covariance.tasks()];
    for (int i = 0; i < own.length; i++) {
      int a = task(x, i);
      for (int j = 0; j <= i; j++) {
        total[a][task(x, j)] += weights[i][j];
      }
    }
    int next = at;
    for (double[][] slope : covariance.slopes()) {
      for (int a = 0; a < total.length; a++) {
        for (int b = 0; b < total.length; b++) {
          into[next] += total[a][b] * slope[a][b];
        }
      }
      next++;
    }
  }

  /** A task has no neighbours: 0. */
  @Override
  public double[][] inputSlopes(Points one, Points z) {
    return new double[1][z.size()];
  }
}
