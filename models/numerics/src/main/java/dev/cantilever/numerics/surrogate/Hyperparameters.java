package dev.cantilever.numerics.surrogate;

import dev.cantilever.vocabulary.reading.Series;

/**
 * What a fit determines, for scaled inputs and standardised observations.
 *
 * @param lengthscales one per dimension
 * @param outputScale prior variance
 * @param noiseVariance variance of one observation's noise
 * @param mean constant mean
 */
public record Hyperparameters(
    Series lengthscales, double outputScale, double noiseVariance, double mean) {}
