package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.random.Sobol;
import dev.cantilever.numerics.special.Improvement;
import dev.cantilever.numerics.surrogate.JointDraws;
import dev.cantilever.numerics.surrogate.Moments;
import java.util.Arrays;
import java.util.List;

/**
 * The rule {@link BatchRule.MonteCarlo}: {@code E[max(max_j f(x_j) − best, 0)]} over draws of the
 * members chosen so far; the candidate's own part has a closed form given a draw, so only they are
 * drawn; beside a single member nothing is.
 */
final class BatchImprovement {

  private BatchImprovement() {}

  static List<Choice> choose(BatchSelection selection, BatchRule.MonteCarlo rule, int size) {
    Situation all = selection.situation();
    double[][] normals = Sobol.normals(rule.draws(), Math.max(1, size - 1), all.stream());
    while (selection.isShortOf(size)) {
      int[] members = selection.chosen().stream().mapToInt(Choice::candidate).toArray();
      selection.takeBest(values(all, members, selection.situation(), normals));
    }
    return selection.chosen();
  }

  /** Improvement of the members together with each open candidate. */
  private static double[] values(Situation all, int[] members, Situation now, double[][] normals) {
    int[] open = now.open();
    double best = all.best();
    double[] left = new double[open.length];
    for (int c = 0; c < open.length; c++) {
      left[c] = all.posterior().variance(open[c]);
    }
    if (members.length == 0) {
      return alone(all, open, left, best);
    }
    if (members.length == 1) {
      return withOne(all, members[0], open, best);
    }
    Moments there = all.moments(members);
    double[][] between = all.covariance(members, members);
    double[][] reach = all.covariance(members, open);
    Cholesky factor = factor(between);
    double[][] v = Arrays.stream(reach).map(double[]::clone).toArray(double[][]::new);
    factor.forward(v);
    for (double[] row : v) {
      for (int c = 0; c < left.length; c++) {
        left[c] -= row[c] * row[c];
      }
    }
    double[][] used =
        Arrays.stream(normals)
            .map(row -> Arrays.copyOf(row, members.length))
            .toArray(double[][]::new);
    double[] sum = new double[open.length];
    for (double[] drawn : JointDraws.from(there, between, used)) {
      double most = Math.max(best, Arrays.stream(drawn).max().orElse(best));
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] -= there.mean().get(i);
      }
      double[] weights = factor.solve(drawn);
      for (int c = 0; c < open.length; c++) {
        double mean = all.posterior().mean(open[c]);
        for (int i = 0; i < weights.length; i++) {
          mean += weights[i] * reach[i][c];
        }
        sum[c] += (most - best + improvement(mean - most, left[c])) / normals.length;
      }
    }
    return sum;
  }

  private static double[] alone(Situation all, int[] open, double[] variance, double best) {
    double[] values = new double[open.length];
    for (int c = 0; c < open.length; c++) {
      values[c] = improvement(all.posterior().mean(open[c]) - best, variance[c]);
    }
    return values;
  }

  /** Of one member and a candidate, without draws. */
  private static double[] withOne(Situation all, int member, int[] open, double best) {
    double[] reach = all.posterior().covarianceWith(member);
    double own = all.posterior().variance(member);
    double[] values = new double[open.length];
    for (int c = 0; c < open.length; c++) {
      double between = reach[open[c]];
      values[c] =
          PairImprovement.of(
              new double[] {all.posterior().mean(member), all.posterior().mean(open[c])},
              new double[][] {{own, between}, {between, all.posterior().variance(open[c])}},
              best);
    }
    return values;
  }

  private static double improvement(double gain, double variance) {
    double deviation = Math.sqrt(Math.max(Moments.SMALLEST_VARIANCE, variance));
    return deviation * Improvement.of(gain / deviation);
  }

  private static Cholesky factor(double[][] matrix) {
    double[] flat = new double[matrix.length * matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, flat, i * matrix.length, matrix.length);
    }
    return Cholesky.factor(flat, matrix.length);
  }
}
