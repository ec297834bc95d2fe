package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.surrogate.Hyperparameters;
import java.util.List;
import java.util.Optional;

/**
 * What one look at the observations gave, means and deviations in their unit.
 *
 * @param choice what to measure next; empty where every pair is closed
 * @param recommendation the best candidate as far as is known
 * @param hyperparameters where the next look may start from
 * @param warnings what a person should know before trusting it, in words
 */
public record FidelityStep(
    Optional<FidelityChoice> choice,
    Recommendation recommendation,
    Hyperparameters hyperparameters,
    List<String> warnings) {

  public FidelityStep {
    warnings = List.copyOf(warnings);
  }
}
