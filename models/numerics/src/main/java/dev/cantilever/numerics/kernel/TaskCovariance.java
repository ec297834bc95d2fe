package dev.cantilever.numerics.kernel;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/** A positive semi-definite matrix between tasks and the parameters that make it. */
public sealed interface TaskCovariance {

  int tasks();

  /** B, symmetric. */
  double[][] matrix();

  List<Parameter> parameters();

  TaskCovariance with(double[] values);

  /** {@code ∂B/∂θ} for each parameter in the coordinate in which it is fitted. */
  List<double[][]> slopes();

  /**
   * {@code W Wᵀ + diag(v)}.
   *
   * @param weights W, one row of r numbers for each task
   * @param own v, one for each task, above 0
   */
  record LowRank(List<Series> weights, Series own) implements TaskCovariance {

    public LowRank {
      weights = List.copyOf(weights);
      Coordinates.requirePositive("task variance", own);
      int rank = weights.isEmpty() ? 0 : weights.getFirst().size();
      if (weights.size() != own.size() || weights.stream().anyMatch(row -> row.size() != rank)) {
        throw new IllegalArgumentException(
            "%d rows of equally many weights are needed for %d tasks, not %s"
                .formatted(own.size(), own.size(), weights));
      }
    }

    private int rank() {
      return weights.getFirst().size();
    }

    @Override
    public int tasks() {
      return own.size();
    }

    @Override
    public double[][] matrix() {
      double[][] b = new double[tasks()][tasks()];
      for (int i = 0; i < b.length; i++) {
        for (int j = 0; j < b.length; j++) {
          for (int q = 0; q < rank(); q++) {
            b[i][j] += weights.get(i).get(q) * weights.get(j).get(q);
          }
        }
        b[i][i] += own.get(i);
      }
      return b;
    }

    @Override
    public List<Parameter> parameters() {
      List<Parameter> all = new ArrayList<>();
      for (int i = 0; i < tasks(); i++) {
        String name = "weight of task " + (i + 1) + ", latent";
        all.addAll(Coordinates.each(name, Role.TASK_WEIGHT, weights.get(i)));
      }
      all.addAll(Coordinates.each("variance of task", Role.TASK_VARIANCE, own));
      return all;
    }

    @Override
    public LowRank with(double[] values) {
      List<Series> rows = new ArrayList<>();
      for (int i = 0; i < tasks(); i++) {
        rows.add(Coordinates.slice(values, i * rank(), rank()));
      }
      return new LowRank(rows, Coordinates.slice(values, tasks() * rank(), tasks()));
    }

    @Override
    public List<double[][]> slopes() {
      List<double[][]> all = new ArrayList<>();
      for (int i = 0; i < tasks(); i++) {
        for (int q = 0; q < rank(); q++) {
          double[][] slope = new double[tasks()][tasks()];
          for (int j = 0; j < tasks(); j++) {
            slope[i][j] += weights.get(j).get(q);
            slope[j][i] += weights.get(j).get(q);
          }
          all.add(slope);
        }
      }
      for (int i = 0; i < tasks(); i++) {
        double[][] slope = new double[tasks()][tasks()];
        slope[i][i] = own.get(i);
        all.add(slope);
      }
      return all;
    }
  }

  /**
   * {@code [1, ρ; ρ, ρ²]}: the high fidelity 1 is ρ times the low fidelity 0 (Kennedy and O'Hagan,
   * Biometrika 87 (2000) 1, equation 1, doi:10.1093/biomet/87.1.1).
   */
  record Ratio(double ratio) implements TaskCovariance {

    @Override
    public int tasks() {
      return 2;
    }

    @Override
    public double[][] matrix() {
      return new double[][] {{1, ratio}, {ratio, ratio * ratio}};
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter("ratio of fidelities", Role.FIDELITY_RATIO, ratio));
    }

    @Override
    public Ratio with(double[] values) {
      return new Ratio(values[0]);
    }

    @Override
    public List<double[][]> slopes() {
      return List.<double[][]>of(new double[][] {{0, 1}, {1, 2 * ratio}});
    }
  }

  /**
   * 1 for one task with itself and 0 otherwise: a function that only this task has.
   *
   * @param task its number
   * @param tasks how many there are
   */
  record Only(int task, int tasks) implements TaskCovariance {

    public Only {
      if (task < 0 || task >= tasks) {
        throw new IllegalArgumentException("task %d is not one of %d".formatted(task, tasks));
      }
    }

    @Override
    public double[][] matrix() {
      double[][] b = new double[tasks][tasks];
      b[task][task] = 1;
      return b;
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public Only with(double[] values) {
      return this;
    }

    @Override
    public List<double[][]> slopes() {
      return List.of();
    }
  }
}
