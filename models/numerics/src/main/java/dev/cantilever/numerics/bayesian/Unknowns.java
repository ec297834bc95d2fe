package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.LogDensity.Evaluation;
import dev.cantilever.numerics.sampling.Start;
import java.util.List;

/**
 * Everything that is drawn together, a priori independent. A sampler moves over coordinates θ; the
 * value of each unknown is a smooth increasing function of its own.
 */
record Unknowns(List<Unknown> all) {

  /** As many prior draws as the median to start from is taken of. */
  private static final int DRAWS = 10;

  Unknowns {
    all = List.copyOf(all);
  }

  int size() {
    return all.size();
  }

  double[] values(double[] theta) {
    double[] values = new double[theta.length];
    for (int j = 0; j < values.length; j++) {
      values[j] = all.get(j).value(theta[j]);
    }
    return values;
  }

  boolean allow(double[] values) {
    for (int j = 0; j < values.length; j++) {
      if (!all.get(j).allows(values[j])) {
        return false;
      }
    }
    return true;
  }

  /**
   * The log posterior density of the coordinates and its gradient.
   *
   * @param slopes of the log likelihood with respect to the values
   */
  Evaluation posterior(double[] theta, double logLikelihood, double[] slopes) {
    double value = logLikelihood;
    double[] gradient = new double[theta.length];
    for (int j = 0; j < theta.length; j++) {
      Prior prior = all.get(j).prior();
      value += prior.unconstrainedLogDensity(theta[j]);
      gradient[j] =
          slopes[j] * prior.support().valueSlope(theta[j]) + prior.unconstrainedSlope(theta[j]);
    }
    return new Evaluation(value, gradient);
  }

  /**
   * Begins at the known values the first time it is asked, and at the medians of prior draws from
   * then on: other chains and further attempts are to find the same from elsewhere.
   *
   * @param known a value for each unknown; NaN, or one that the prior excludes, where none is known
   */
  Start start(double[] known) {
    Start cold = Start.medianOfDraws(all.stream().map(Unknown::prior).toList(), DRAWS);
    boolean[] isUsed = new boolean[1];
    return stream -> {
      boolean isFirst = !isUsed[0];
      isUsed[0] = true;
      return isFirst ? warm(cold, known, stream) : cold.from(stream);
    };
  }

  private double[] warm(Start cold, double[] known, RandomStream stream) {
    double[] theta = cold.from(stream);
    for (int j = 0; j < theta.length; j++) {
      Unknown unknown = all.get(j);
      if (unknown.allows(known[j]) && unknown.prior().support().inside(known[j]) == known[j]) {
        theta[j] = unknown.prior().support().theta(known[j]);
      }
    }
    return theta;
  }
}
