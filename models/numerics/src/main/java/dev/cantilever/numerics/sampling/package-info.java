/**
 * Markov-chain Monte Carlo for a handful of parameters: gradient moves where the log density is
 * smooth, slice moves along coordinates in which it jumps, and the diagnostics by which draws are
 * accepted or not.
 *
 * <p>Read {@link dev.cantilever.numerics.sampling.BlockSampler} first. All randomness comes from a
 * stream handed in: the same stream gives the same draws, bit for bit. One sampler may be used
 * again and again; a run belongs to one thread.
 */
package dev.cantilever.numerics.sampling;
