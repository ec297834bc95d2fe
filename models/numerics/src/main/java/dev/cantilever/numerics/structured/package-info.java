/**
 * Physical knowledge in a surrogate: a formula with uncertain parameters as the mean of a Gaussian
 * process, the closed form where the formula is linear, the plain physical model without a process,
 * the evidence by which such hypotheses are compared, and the loop that compares them while it
 * measures.
 *
 * <p>Read {@link dev.cantilever.numerics.structured.StructuredSurrogate} first. Formulas speak of
 * physical inputs and observations, the core of scaled inputs and standardised observations; {@link
 * dev.cantilever.numerics.structured.Units} is between them. All types are immutable; equal
 * arguments give equal bits.
 */
package dev.cantilever.numerics.structured;
