package dev.cantilever.drivers.stem.noise;

import dev.cantilever.drivers.random.Draws;

/** Uniform, normal, Poisson and binomial numbers from one named stream. */
public final class Variates {

  private static final int HIGH = 1 << 26;
  private static final int LOW = 1 << 27;

  /** Above this mean a Poisson number differs from a rounded normal one by less than 1e-4 σ. */
  private static final double NORMAL_ABOVE = 1e9;

  private final Draws draws;
  private double spare;
  private boolean hasSpare;

  private Variates(Draws draws) {
    this.draws = draws;
  }

  /** The stream {@code name} of a run with this seed. */
  public static Variates of(long seed, String name) {
    return new Variates(Draws.of(seed, name));
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  public double uniform() {
    return ((double) draws.below(HIGH) * LOW + draws.below(LOW)) * 0x1p-53;
  }

  /** Uniform in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform in {0, …, bound − 1}. */
  public int below(int bound) {
    return draws.below(bound);
  }

  /**
   * Normal with mean 0 and variance 1, by the polar method (Marsaglia and Bray, SIAM Rev. 6 (1964)
   * 260, doi:10.1137/1006063).
   */
  public double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    while (true) {
      double u = 2 * uniform() - 1;
      double v = 2 * uniform() - 1;
      double square = u * u + v * v;
      if (square > 0 && square < 1) {
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * scale;
        hasSpare = true;
        return u * scale;
      }
    }
  }

  /**
   * A Poisson number of this mean.
   *
   * @throws IllegalArgumentException where the mean is negative or not a number
   */
  public double poisson(double mean) {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a Poisson mean is at least 0, not " + mean);
    }
    if (mean < PoissonRejection.LEAST_MEAN) {
      return byInversion(mean);
    }
    if (mean > NORMAL_ABOVE) {
      return Math.rint(mean + Math.sqrt(mean) * normal());
    }
    return PoissonRejection.draw(mean, this);
  }

  /** How many of {@code trials} independent trials happen; one word for each. */
  public int binomial(int trials, double probability) {
    long threshold = Draws.threshold(probability);
    int count = 0;
    for (int i = 0; i < trials; i++) {
      count += draws.happens(threshold);
    }
    return count;
  }

  /** Walks up the distribution function; rounding can only end it at its far tail. */
  private double byInversion(double mean) {
    double target = uniform();
    double term = StrictMath.exp(-mean);
    double sum = term;
    int k = 0;
    while (target >= sum && term > 0) {
      k++;
      term *= mean / k;
      sum += term;
    }
    return k;
  }
}
