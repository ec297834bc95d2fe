package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.surrogate.Surrogate;

/**
 * Everything that decides a proposal but the observations.
 *
 * @param surrogate what learns from the observations
 * @param first the same, more thorough: where nothing was learnt before, and at iterations 1, 2, 4,
 *     8 and 16
 * @param function what ranks candidates
 * @param incumbent what improvement is measured against
 * @param rule how a batch is spread
 */
public record Strategy(
    Surrogate surrogate,
    Surrogate first,
    AcquisitionFunction function,
    Incumbent incumbent,
    BatchRule rule) {}
