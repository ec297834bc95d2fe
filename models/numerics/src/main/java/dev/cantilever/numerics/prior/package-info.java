/**
 * Prior distributions of single parameters, and the change of variables by which a sampler moves
 * freely over parameters that are positive or bounded.
 *
 * <p>Read {@link dev.cantilever.numerics.prior.Prior} first. Values, no state; safe for several
 * threads.
 */
package dev.cantilever.numerics.prior;
