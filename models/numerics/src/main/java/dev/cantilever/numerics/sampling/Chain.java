package dev.cantilever.numerics.sampling;

/**
 * What one chain left.
 *
 * @param theta draws, one row each
 * @param logDensity at each draw
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Chain(double[][] theta, double[] logDensity, Report report) {

  /**
   * How the chain went, after its warm-up; gradients include the warm-up.
   *
   * @param cutShort trajectories ended by the greatest depth
   */
  record Report(
      int divergences, int cutShort, double meanAcceptance, double stepSize, int gradients) {}

  /** All draws of one coordinate, in order. */
  double[] coordinate(int j) {
    double[] values = new double[theta.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = theta[i][j];
    }
    return values;
  }
}
