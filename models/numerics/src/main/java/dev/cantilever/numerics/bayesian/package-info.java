/**
 * Fully Bayesian surrogates: hyper-parameters are drawn from their posterior by Markov-chain Monte
 * Carlo instead of being fitted, and every draw is one Gaussian process of an equal-weight mixture.
 * Noise may be one number, measured, or a second latent process; inputs may be uncertain.
 *
 * <p>Read {@link dev.cantilever.numerics.bayesian.FullyBayesianSurrogate} first, then {@code
 * Model}, the one density that all of them draw from. The same data, the same place to start from
 * and the same stream give the same bits. Values, but for one run of a sampler, which belongs to
 * one thread.
 */
package dev.cantilever.numerics.bayesian;
