package dev.cantilever.numerics.sampling;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/**
 * When draws are good enough, and how often to try again.
 *
 * @param rHatLimit draws are accepted where the split R-hat of every coordinate is below
 * @param restarts further attempts where they are not
 */
public record RestartRule(
    @Doc("Draws are accepted where split R-hat of every parameter is below this.")
        @Bounds(min = 1.001, max = 2)
        @Default("1.1")
        double rHatLimit,
    @Doc("Further attempts where the draws are not accepted.")
        @Bounds(min = 0, max = 20)
        @Default("2")
        int restarts) {

  /** Limit 1.1, two restarts. */
  public static final RestartRule STANDARD = new RestartRule(1.1, 2);

  public RestartRule {
    if (!(rHatLimit > 1 && rHatLimit <= 2) || restarts < 0 || restarts > 20) {
      throw new IllegalArgumentException(
          "a restart rule needs a limit in (1, 2] and 0 to 20 restarts, not %s and %d"
              .formatted(rHatLimit, restarts));
    }
  }

  /**
   * The draws of the first attempt that is accepted, or those of the attempt with the least worst
   * R-hat.
   *
   * @param attempts how many attempts were made, from 1
   */
  public record Result(Draws draws, boolean isAccepted, int attempts) {}

  /**
   * Draws until accepted or out of restarts; each attempt has a named stream of its own, hence its
   * own start.
   *
   * @param stream moves by one number
   * @throws ImpossibleStart where the density is 0 at each of 10 starts
   */
  public Result draw(BlockSampler sampler, LogDensity density, Start start, RandomStream stream) {
    long seed = stream.nextLong();
    int attempts = 1;
    Draws best = sampler.draw(density, start, RandomStream.of(seed, "attempt " + attempts));
    while (!accepts(best) && attempts <= restarts) {
      attempts++;
      Draws next = sampler.draw(density, start, RandomStream.of(seed, "attempt " + attempts));
      best = next.worstSplitRHat() < best.worstSplitRHat() ? next : best;
    }
    return new Result(best, accepts(best), attempts);
  }

  /** Whether split R-hat is below the limit for every coordinate. */
  public boolean accepts(Draws draws) {
    return draws.worstSplitRHat() < rHatLimit;
  }
}
