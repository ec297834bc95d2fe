/**
 * Gaussian processes: kernel, marginal likelihood, fit, posterior.
 *
 * <p>Read {@link dev.cantilever.numerics.surrogate.GaussianProcess} first. Everything here works on
 * inputs scaled to [0, 1] and standardised observations; {@link
 * dev.cantilever.numerics.surrogate.Standardisation} goes there and back. Pure functions: equal
 * arguments give equal bits.
 */
package dev.cantilever.numerics.surrogate;
