package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;

/**
 * {@code x'_ik = x_ik + s_ik z_ik}, z standard normal, s known. Unknowns: a z for every s above 0,
 * point after point.
 *
 * @param x where observations were meant to be made, n × d
 * @param errors s, n rows of d numbers of at least 0
 */
record InputErrors(Points x, List<Series> errors) implements InputPart {

  InputErrors {
    errors = List.copyOf(errors);
  }

  private int count() {
    int count = 0;
    for (Series row : errors) {
      for (int k = 0; k < row.size(); k++) {
        count += row.get(k) > 0 ? 1 : 0;
      }
    }
    return count;
  }

  @Override
  public List<Unknown> unknowns() {
    return Unknown.latent("whitened input", count());
  }

  @Override
  public Points at(double[] values) {
    double[][] rows = new double[x.size()][];
    int next = 0;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = x.row(i);
      for (int k = 0; k < rows[i].length; k++) {
        double error = errors.get(i).get(k);
        rows[i][k] += error > 0 ? error * values[next++] : 0;
      }
    }
    return Points.of(rows);
  }

  @Override
  public double[] slopes(double[] values, GaussianProcess process) {
    double[] slopes = new double[values.length];
    double[] alpha = process.alpha();
    int next = 0;
    for (int i = 0; i < alpha.length; i++) {
      double[] ofPoint = UncertainInputs.slopes(process, alpha, i);
      for (int k = 0; k < ofPoint.length; k++) {
        double error = errors.get(i).get(k);
        if (error > 0) {
          slopes[next++] = error * ofPoint[k];
        }
      }
    }
    return slopes;
  }

  /** Where they were meant to be. */
  @Override
  public double[] known() {
    return new double[count()];
  }
}
