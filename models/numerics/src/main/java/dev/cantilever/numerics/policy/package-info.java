/**
 * Bandit bookkeeping: which hypothesis or channel to try next, from the rewards so far.
 *
 * <p>Read {@link dev.cantilever.numerics.policy.RewardRecord} first, then {@link
 * dev.cantilever.numerics.policy.Selection}. Arms are numbered from 0. Pure functions; the only
 * randomness is the stream that is handed in.
 */
package dev.cantilever.numerics.policy;
