/**
 * Minimising smooth functions of a few bounded variables.
 *
 * <p>Read {@link dev.cantilever.numerics.minimise.BoundedLbfgs} first.
 */
package dev.cantilever.numerics.minimise;
