/**
 * Competing hypotheses tried while measuring: which of them to use at the next step, what to
 * measure for it, and which to give up.
 *
 * <p>Read {@link dev.cantilever.numerics.hypothesis.HypothesisLearning} first. Decisions are pure
 * functions of a state; states are folds of proposals and observations, so that a campaign can be
 * continued from its journal. All types are immutable; equal arguments give equal bits.
 */
package dev.cantilever.numerics.hypothesis;
