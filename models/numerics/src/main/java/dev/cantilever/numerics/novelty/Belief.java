package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Posterior;

/**
 * What is believed of one outcome, in the scale of its measured values.
 *
 * @param noiseVariance of one observation
 */
record Belief(Scaled measured, Posterior posterior, double noiseVariance) {

  static Belief of(Scaled measured, Learned learned) {
    return new Belief(measured, learned.posterior(), learned.noiseVariance());
  }

  private double scaledMean(Points one) {
    return posterior.at(one).mean().get(0);
  }

  /** Expected at one place, in the outcome's own unit. */
  double mean(Points one) {
    return measured.scale().mean(scaledMean(one));
  }

  /** Its standard deviation without noise, likewise. */
  double deviation(Points one) {
    return measured.scale().deviation(posterior.at(one).deviation(0));
  }

  /** As if one place had been measured and had turned out as expected. */
  Belief believing(Points one) {
    double expected = scaledMean(one);
    return new Belief(
        measured.plus(expected), posterior.plus(one, expected, noiseVariance), noiseVariance);
  }
}
