package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.random.RandomStream;

/** Seeded outcome vectors for laws that must hold for all of them. */
final class RandomOutcomes {

  private RandomOutcomes() {}

  /** Uniform in [0, 1). */
  static double[][] uniform(int count, int dimension, RandomStream stream) {
    double[][] rows = new double[count][dimension];
    for (double[] row : rows) {
      for (int k = 0; k < dimension; k++) {
        row[k] = stream.nextDouble();
      }
    }
    return rows;
  }
}
