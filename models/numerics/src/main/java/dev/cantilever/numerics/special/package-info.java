/**
 * Special functions of the normal distribution, accurate in the tails and the same bits everywhere:
 * only {@link java.lang.StrictMath} and fixed series.
 */
package dev.cantilever.numerics.special;
