package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.surrogate.FitSettings;

/**
 * Everything that decides a proposal but the observations.
 *
 * @param surrogate how the surrogate is fitted
 * @param function what ranks candidates
 * @param incumbent what improvement is measured against
 * @param rule how a batch is spread
 * @param restarts random starts of the fit at iterations 1, 2, 4, 8 and 16; otherwise the fit goes
 *     on from the optimum before
 */
public record Strategy(
    FitSettings surrogate,
    AcquisitionFunction function,
    Incumbent incumbent,
    BatchRule rule,
    int restarts) {}
