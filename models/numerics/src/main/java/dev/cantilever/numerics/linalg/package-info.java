/**
 * Dense linear algebra for covariance matrices, in one fixed order of summation.
 *
 * <p>Read {@link dev.cantilever.numerics.linalg.Cholesky} first. Matrices are row-major arrays.
 */
package dev.cantilever.numerics.linalg;
