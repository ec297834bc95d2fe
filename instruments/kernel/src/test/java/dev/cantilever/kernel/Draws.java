package dev.cantilever.kernel;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Properties over many draws; a failure prints the seed of the one draw that shows it. */
public final class Draws {

  private Draws() {}

  /** Checks a property; {@code -Ddraws.seed=N} repeats the one draw with seed N. */
  public static void each(int count, Consumer<SplittableRandom> property) {
    Long only = Long.getLong("draws.seed");
    for (long seed = only == null ? 0 : only; seed < (only == null ? count : only + 1); seed++) {
      try {
        property.accept(new SplittableRandom(seed));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("replay with -Ddraws.seed=" + seed, failure);
      }
    }
  }

  /** Any double at all: random bits, the famous troublemakers, or an ordinary one in ±scale. */
  public static double anyDouble(SplittableRandom random, double scale) {
    double[] famous = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      0.0,
      -0.0,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      scale,
      -scale,
      Math.nextUp(scale),
      Math.nextDown(-scale)
    };
    return switch (random.nextInt(8)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> famous[random.nextInt(famous.length)];
      default -> random.nextDouble(-1.05 * scale, 1.05 * scale);
    };
  }
}
