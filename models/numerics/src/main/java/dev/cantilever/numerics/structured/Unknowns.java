package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.Start;
import java.util.List;

/**
 * Everything that is to be inferred together, with independent priors. A sampler moves in the
 * unconstrained coordinate θ of each value.
 *
 * @param names for people
 * @param priors of the values, one per name
 */
record Unknowns(List<String> names, List<Prior> priors) {

  private static final int START_DRAWS = 10;

  Unknowns {
    names = List.copyOf(names);
    priors = List.copyOf(priors);
  }

  int size() {
    return priors.size();
  }

  double[] values(double[] theta) {
    double[] values = new double[theta.length];
    for (int j = 0; j < values.length; j++) {
      values[j] = priors.get(j).support().value(theta[j]);
    }
    return values;
  }

  /** Log density of θ under the priors. */
  double logPrior(double[] theta) {
    double sum = 0;
    for (int j = 0; j < theta.length; j++) {
      sum += priors.get(j).unconstrainedLogDensity(theta[j]);
    }
    return sum;
  }

  /** θ of one draw from the priors. */
  double[] draw(RandomStream stream) {
    double[] theta = new double[size()];
    for (int j = 0; j < theta.length; j++) {
      Prior prior = priors.get(j);
      theta[j] = prior.support().theta(prior.draw(stream));
    }
    return theta;
  }

  Start start() {
    return Start.medianOfDraws(priors, START_DRAWS);
  }
}
