package dev.cantilever.drivers.twin;

import dev.cantilever.drivers.random.Draws;

/**
 * Uniform and standard normal numbers from one named stream, by the polar method of Marsaglia and
 * Bray (SIAM Rev. 6 (1964) 260, doi:10.1137/1006063). Uniforms have 30 bits, so normals end near
 * 6.4 standard deviations. Not safe for several threads.
 */
public final class NormalDraws {

  private static final int STEPS = 1 << 30;

  private final Draws words;
  private double spare;
  private boolean hasSpare;

  private NormalDraws(Draws words) {
    this.words = words;
  }

  /** The stream {@code name} of a run with this seed. */
  public static NormalDraws of(long seed, String name) {
    return new NormalDraws(Draws.of(seed, name));
  }

  /** Uniform in the open interval (0, 1). */
  public double uniform() {
    return (words.below(STEPS) + 0.5) / STEPS;
  }

  /** Uniform between two numbers. */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Normal with mean 0 and standard deviation 1. */
  public double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double u;
    double v;
    double square;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      square = u * u + v * v;
    } while (square >= 1);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = v * scale;
    hasSpare = true;
    return u * scale;
  }

  /**
   * A Poisson number: product of uniforms below a mean of 30 (Knuth 1969, section 3.4.1), above it
   * the nearest integer to the normal of the same mean and variance, whose skewness of at most 0.18
   * is lost.
   *
   * @param mean at least 0
   */
  public double poisson(double mean) {
    Require.notNegative("mean count", mean);
    if (mean >= 30) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    double product = uniform();
    int count = 0;
    while (product > limit) {
      product *= uniform();
      count++;
    }
    return count;
  }
}
