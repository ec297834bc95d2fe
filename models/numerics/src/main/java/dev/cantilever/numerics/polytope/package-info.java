/**
 * Sets bounded by linear constraints: the nearest point, why there is none, and minimising there.
 *
 * <p>Read {@link dev.cantilever.numerics.polytope.Polytope} first. Coordinates and the lengths of
 * interest are of order 1; the caller scales.
 */
package dev.cantilever.numerics.polytope;
