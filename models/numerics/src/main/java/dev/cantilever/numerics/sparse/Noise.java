package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.surrogate.Observations;

/** Noise variances that a bound can divide by. */
final class Noise {

  /** Smaller variances drown in rounding errors. */
  static final double LEAST = 1e-10;

  private Noise() {}

  /**
   * Of every observation.
   *
   * @throws IllegalArgumentException where one is not given, or below 1e-10
   */
  static double[] required(Observations data) {
    double[] noise =
        data.noiseVariance()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a bound needs the noise variance of every observation; give it, or let a"
                            + " SparseSurrogate infer it"))
            .toArray();
    for (int i = 0; i < noise.length; i++) {
      if (!(noise[i] >= LEAST)) {
        throw new IllegalArgumentException(
            ("observation %d has a noise variance of %s; the bound divides by it, so it must be at"
                    + " least %s; give the instrument's noise floor, or use an ExactSurrogate")
                .formatted(i + 1, noise[i], LEAST));
      }
    }
    return noise;
  }

  /** Refuses what cannot be a further observation. */
  static void requireObservation(double y, double noiseVariance) {
    if (!Double.isFinite(y) || !(noiseVariance >= 0) || Double.isInfinite(noiseVariance)) {
      throw new IllegalArgumentException(
          "a finite observation and a noise variance of at least 0 expected, not %s and %s"
              .formatted(y, noiseVariance));
    }
  }
}
