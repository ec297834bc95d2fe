package dev.cantilever.numerics.surrogate;

import java.util.List;

/**
 * What a surrogate made of its observations.
 *
 * @param posterior for scaled inputs and observations as they were given
 * @param hyperparameters found, or typical of those that were drawn; where the next fit may start
 * @param logMarginalLikelihood of the hyper-parameters
 * @param jitter what had to be added to the diagonal of a covariance; 0 as a rule
 * @param warnings what a person should know before trusting it, in words
 * @param evaluations how often a likelihood was computed
 */
public record Learned(
    Posterior posterior,
    Hyperparameters hyperparameters,
    double logMarginalLikelihood,
    double jitter,
    List<String> warnings,
    int evaluations) {

  public Learned {
    warnings = List.copyOf(warnings);
  }

  /** Noise variance of a further observation, as far as one number can say. */
  public double noiseVariance() {
    return hyperparameters.noiseVariance();
  }
}
