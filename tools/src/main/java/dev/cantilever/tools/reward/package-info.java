/**
 * Rewards as tools: define one in terms, evaluate it on a stored spectrum.
 *
 * <p>Read {@link dev.cantilever.tools.reward.EvaluateReward} first.
 */
package dev.cantilever.tools.reward;
