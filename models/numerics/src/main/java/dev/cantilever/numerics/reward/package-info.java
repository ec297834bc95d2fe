/**
 * Rewards: scalars built from readings, term by term.
 *
 * <p>Read {@link dev.cantilever.numerics.reward.Reward} first. A reward is data: it can be shown,
 * hashed, changed and recomputed; larger is better.
 */
package dev.cantilever.numerics.reward;
