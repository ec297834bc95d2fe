/**
 * What can be measured: axes of numbers, categories and mixtures, constraints between them, scaled
 * inputs for a surrogate, and the search for the best place to measure next.
 *
 * <p>Read {@link dev.cantilever.numerics.space.SearchSpace} first, then {@link
 * dev.cantilever.numerics.space.SpaceSearch} for spaces that are searched and {@link
 * dev.cantilever.numerics.space.Pool} for tables of candidates. Everything but the random streams
 * handed in is immutable; no point that a constraint refuses is ever proposed.
 */
package dev.cantilever.numerics.space;
