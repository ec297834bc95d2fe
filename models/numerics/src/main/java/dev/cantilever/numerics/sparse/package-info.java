/**
 * Gaussian processes for more observations than an exact one can bear: what many observations say
 * is kept at a few inducing points, chosen so that a lower bound of the likelihood is greatest
 * (Titsias, AISTATS 2009). With n observations and m inducing points a likelihood costs O(n m²) and
 * memory O(n + m²).
 *
 * <p>Read {@link dev.cantilever.numerics.sparse.SparseSurrogate} first, then {@link
 * dev.cantilever.numerics.sparse.CollapsedBound}, the one quantity that everything else serves, and
 * {@link dev.cantilever.numerics.sparse.SparsePosterior}. All are immutable values but for draws of
 * kernels that are not stationary; the same data and the same stream give the same bits.
 */
package dev.cantilever.numerics.sparse;
