/**
 * Several objectives at once, all maximised: which outcomes no other beats, how much space they
 * claim, and what measuring a candidate would add to it.
 *
 * <p>Read {@link dev.cantilever.numerics.pareto.Front} first, then {@link
 * dev.cantilever.numerics.pareto.Hypervolume} and {@link
 * dev.cantilever.numerics.pareto.ExpectedHypervolumeImprovement}. To minimise an objective, turn
 * its sign. All types are immutable and safe for several threads; the same input gives the same
 * bits.
 */
package dev.cantilever.numerics.pareto;
