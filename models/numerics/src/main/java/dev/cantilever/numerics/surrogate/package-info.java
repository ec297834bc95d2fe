/**
 * Beliefs about a function given observations: exact Gaussian processes, their fit, and what every
 * other surrogate has in common with them.
 *
 * <p>Read {@link dev.cantilever.numerics.surrogate.Surrogate} and {@link
 * dev.cantilever.numerics.surrogate.Posterior} first, then {@link
 * dev.cantilever.numerics.surrogate.GaussianProcess}.
 */
package dev.cantilever.numerics.surrogate;
