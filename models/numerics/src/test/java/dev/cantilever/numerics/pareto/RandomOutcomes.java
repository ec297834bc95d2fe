package dev.cantilever.numerics.pareto;

import dev.cantilever.numerics.random.RandomStream;

/** Seeded outcome vectors for laws that must hold for all of them. */
final class RandomOutcomes {

  private RandomOutcomes() {}

  /** Uniform in [0, 1). */
  static double[][] uniform(int count, int objectives, RandomStream stream) {
    double[][] rows = new double[count][objectives];
    for (double[] row : rows) {
      for (int k = 0; k < objectives; k++) {
        row[k] = stream.nextDouble();
      }
    }
    return rows;
  }

  /** Multiples of 1/steps from 0 to 1, so that coordinates and whole outcomes often tie. */
  static double[][] gridded(int count, int objectives, int steps, RandomStream stream) {
    double[][] rows = new double[count][objectives];
    for (double[] row : rows) {
      for (int k = 0; k < objectives; k++) {
        row[k] = stream.nextInt(steps + 1) / (double) steps;
      }
    }
    return rows;
  }

  static ReferencePoint origin(int objectives) {
    return ReferencePoint.of(new double[objectives]);
  }
}
