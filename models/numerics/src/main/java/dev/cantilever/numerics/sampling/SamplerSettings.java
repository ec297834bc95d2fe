package dev.cantilever.numerics.sampling;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/**
 * How long and how carefully to sample.
 *
 * @param chains number of chains, each with a stream and a start of its own
 * @param warmUp transitions of each chain that tune the sampler and are forgotten
 * @param draws transitions of each chain that are kept
 * @param targetAcceptance mean acceptance at which the step size aims
 * @param maxTreeDepth a trajectory has at most {@code 2^maxTreeDepth − 1} steps
 */
public record SamplerSettings(
    @Doc("Number of chains.") @Bounds(min = 1, max = 16) @Default("1") int chains,
    @Doc("Transitions of each chain that tune the sampler and are forgotten.")
        @Bounds(min = 20, max = 100_000)
        @Default("500")
        int warmUp,
    @Doc("Draws that are kept of each chain.") @Bounds(min = 10, max = 100_000) @Default("500")
        int draws,
    @Doc("Mean acceptance at which the step size aims; larger is slower and safer.")
        @Bounds(min = 0.5, max = 0.99)
        @Default("0.8")
        double targetAcceptance,
    @Doc("Doublings of a trajectory before it is cut short.")
        @Bounds(min = 1, max = 15)
        @Default("10")
        int maxTreeDepth) {

  public SamplerSettings {
    require("chains", chains, 1, 16);
    require("warmUp", warmUp, 20, 100_000);
    require("draws", draws, 10, 100_000);
    require("targetAcceptance", targetAcceptance, 0.5, 0.99);
    require("maxTreeDepth", maxTreeDepth, 1, 15);
  }

  /** One chain with target acceptance 0.8 and at most 10 doublings. */
  public static SamplerSettings of(int warmUp, int draws) {
    return new SamplerSettings(1, warmUp, draws, 0.8, 10);
  }

  private static void require(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          "%s of a sampler must be in [%s, %s], not %s".formatted(name, min, max, value));
    }
  }
}
