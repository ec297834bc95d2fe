package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;

/** Weighs values of an acquisition function, whatever its scale. */
final class Weights {

  private Weights() {}

  /**
   * Values weighed.
   *
   * @param logWeights logarithm of each weight; −∞ for a weight of 0
   */
  static double[] weigh(AcquisitionFunction function, double[] values, double[] logWeights) {
    double[] weighed = new double[values.length];
    double least = least(values);
    for (int rank = 0; rank < values.length; rank++) {
      weighed[rank] =
          switch (function.scale()) {
            case LOGARITHM -> values[rank] + logWeights[rank];
            case POSITIVE -> values[rank] * StrictMath.exp(logWeights[rank]);
            case SIGNED -> (values[rank] - least) * StrictMath.exp(logWeights[rank]);
          };
    }
    return weighed;
  }

  private static double least(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }
}
