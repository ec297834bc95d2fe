package dev.cantilever.numerics.novelty;

import dev.cantilever.vocabulary.reading.Series;

/**
 * A place and what the criterion says of it.
 *
 * @param index its number in the pool; −1 in a box
 * @param inputs d scaled coordinates
 * @param value of the criterion
 */
public record Candidate(int index, Series inputs, double value) {}
