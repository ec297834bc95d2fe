package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.sampling.Summary;

/**
 * What the observations say of one parameter.
 *
 * @param posterior of its value
 * @param priorOverlap {@code ∫ min(prior, posterior)} over ten intervals of equal prior
 *     probability: near 1 where the observations taught nothing, near 0 where they taught much
 */
public record ParameterSummary(String name, Summary posterior, double priorOverlap) {

  /** Above this a posterior is hardly narrower than the prior. */
  private static final double OVERLAP_LIMIT = 0.8;

  /** Whether the observations, and not only the prior, determine the parameter. */
  public boolean isIdentified() {
    return priorOverlap < OVERLAP_LIMIT;
  }
}
