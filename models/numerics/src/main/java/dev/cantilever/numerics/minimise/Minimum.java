package dev.cantilever.numerics.minimise;

import dev.cantilever.vocabulary.reading.Series;

/**
 * Where a minimisation ended.
 *
 * @param value of the function there
 * @param evaluations how often the function was asked
 */
public record Minimum(Series x, double value, int evaluations) {}
