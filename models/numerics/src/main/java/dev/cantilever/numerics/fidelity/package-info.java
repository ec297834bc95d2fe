/**
 * Which candidate to measure next, and at which fidelity, where a cheap measurement tells something
 * of a dear one.
 *
 * <p>Read {@link dev.cantilever.numerics.fidelity.FidelitySearch} first; what a {@link
 * dev.cantilever.numerics.fidelity.FidelityRule} may look at is a {@link
 * dev.cantilever.numerics.fidelity.FidelityPool}.
 */
package dev.cantilever.numerics.fidelity;
