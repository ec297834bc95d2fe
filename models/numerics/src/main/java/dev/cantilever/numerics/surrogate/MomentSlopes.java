package dev.cantilever.numerics.surrogate;

import dev.cantilever.vocabulary.reading.Series;

/**
 * Mean and variance at one point and how they change with its coordinates.
 *
 * @param meanSlopes d derivatives of the mean
 * @param varianceSlopes d derivatives of the variance
 */
public record MomentSlopes(
    double mean, double variance, Series meanSlopes, Series varianceSlopes) {}
