/**
 * Dense linear algebra and elementary functions for covariance matrices: one order of summation,
 * equal bits on every machine, no threads.
 *
 * <p>Read {@link dev.cantilever.numerics.linalg.Cholesky} first. Matrices are row-major arrays;
 * symmetric ones are rows of their lower triangle. How it stays fast without losing the order:
 * {@code Rows}. Who would rather have speed than equal bits: {@link
 * dev.cantilever.numerics.linalg.NativeLapack}.
 */
package dev.cantilever.numerics.linalg;
