package dev.cantilever.numerics.sampling;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/**
 * How carefully parameters are inferred.
 *
 * @param sampler chains and draws
 * @param restarts when draws are accepted
 * @param parts how many of the draws, evenly spaced, make the posterior, 1 to 10,000: each costs as
 *     much as one exact process. With m of them the posterior's mean is uncertain by {@code 1/√m}
 *     of the deviation between draws.
 */
public record InferenceSettings(
    @Doc("Chains and draws.") @Default("{}") SamplerSettings sampler,
    @Doc("When draws are accepted.") @Default("{}") RestartRule restarts,
    @Doc("How many of the draws, evenly spaced, make the posterior.")
        @Bounds(min = 1, max = 10_000)
        @Default("64")
        int parts) {

  private static final int MOST_PARTS = 10_000;

  /** 500 + 500 draws of one chain, two restarts above R-hat 1.1, 64 of the draws as posterior. */
  public static final InferenceSettings STANDARD =
      new InferenceSettings(SamplerSettings.of(500, 500), RestartRule.STANDARD, 64);

  public InferenceSettings {
    if (parts < 1 || parts > MOST_PARTS) {
      throw new IllegalArgumentException(
          "a posterior of %d draws; between 1 and %d are possible".formatted(parts, MOST_PARTS));
    }
  }

  /** With {@code warmUp + draws} transitions of one chain, else {@link #STANDARD}. */
  public static InferenceSettings of(int warmUp, int draws) {
    return new InferenceSettings(
        SamplerSettings.of(warmUp, draws), STANDARD.restarts(), STANDARD.parts());
  }
}
