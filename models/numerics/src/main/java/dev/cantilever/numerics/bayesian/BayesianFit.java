package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.surrogate.Learned;
import java.util.Optional;

/**
 * What drawing from a posterior gave.
 *
 * @param learned a mixture over evenly spaced draws, with the hyper-parameters of the draw of
 *     greatest density
 * @param draws all draws of the hyper-parameters
 * @param isAccepted whether the restart rule accepted them
 * @param attempts how many were needed, or made in vain
 * @param noise of an observation anywhere; empty where it was measured, and then a {@link
 *     NoiseModel} can tell
 */
public record BayesianFit(
    Learned learned,
    HyperparameterDraws draws,
    boolean isAccepted,
    int attempts,
    Optional<PredictedNoise> noise) {}
