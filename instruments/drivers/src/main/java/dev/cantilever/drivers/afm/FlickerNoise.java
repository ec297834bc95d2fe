package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.NormalDraws;

/**
 * Numbers of unit variance whose spectrum falls about as 1/f over two decades: the sum of five
 * first order processes of equal variance that remember 1, 4, 16, 64 and 256 numbers (after
 * Halford, Proc. IEEE 56 (1968) 251).
 */
final class FlickerNoise {

  private static final int TERMS = 5;

  private final NormalDraws draws;
  private final double[] state = new double[TERMS];

  FlickerNoise(NormalDraws draws) {
    this.draws = draws;
    for (int i = 0; i < TERMS; i++) {
      state[i] = draws.normal();
    }
  }

  double next() {
    double sum = 0;
    double memory = 1;
    for (int i = 0; i < TERMS; i++) {
      double kept = StrictMath.exp(-1 / memory);
      state[i] = kept * state[i] + Math.sqrt(1 - kept * kept) * draws.normal();
      sum += state[i];
      memory *= 4;
    }
    return sum / Math.sqrt(TERMS);
  }
}
