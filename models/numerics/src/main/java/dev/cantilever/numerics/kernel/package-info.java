/**
 * Covariance functions as immutable data: leaves, sums and products of them, and how they change
 * with their parameters and inputs.
 *
 * <p>Read {@link dev.cantilever.numerics.kernel.Kernel} first; {@link
 * dev.cantilever.numerics.kernel.KernelForm} reads one from words such as {@code "rbf + linear"}.
 */
package dev.cantilever.numerics.kernel;
