/**
 * Choosing what to measure next from a pool of candidates, in batches.
 *
 * <p>Read {@link dev.cantilever.numerics.search.BatchProposer} first: observations in, sites and
 * the reasons for them out, a pure function.
 */
package dev.cantilever.numerics.search;
