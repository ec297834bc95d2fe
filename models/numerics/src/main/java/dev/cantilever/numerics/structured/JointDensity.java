package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.sampling.LogDensity;

/** {@code log p(y | v(θ)) + log p(θ)}: its exponential integrates to the evidence of the model. */
record JointDensity(Unknowns unknowns, Likelihood likelihood) implements LogDensity {

  @Override
  public double value(double[] theta) {
    double prior = unknowns.logPrior(theta);
    return prior == Double.NEGATIVE_INFINITY
        ? prior
        : prior + likelihood.at(unknowns.values(theta));
  }

  @Override
  public Evaluation at(double[] theta) {
    double prior = unknowns.logPrior(theta);
    if (prior == Double.NEGATIVE_INFINITY) {
      return Evaluation.impossible(theta.length);
    }
    Evaluation data = likelihood.withSlopes(unknowns.values(theta));
    double[] gradient = data.gradient().clone();
    for (int j = 0; j < gradient.length; j++) {
      var own = unknowns.priors().get(j);
      gradient[j] = gradient[j] * own.support().valueSlope(theta[j]);
      gradient[j] += own.unconstrainedSlope(theta[j]);
    }
    return new Evaluation(prior + data.value(), gradient);
  }
}
