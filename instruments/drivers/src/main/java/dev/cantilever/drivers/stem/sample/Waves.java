package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.stem.noise.Variates;

/** A sum of plane waves: smooth, endless and known exactly. Immutable. */
public final class Waves implements SmoothField {

  private static final int COUNT = 3;
  private static final double SHORTEST = 15e-9;
  private static final double LONGEST = 40e-9;

  /** Amplitude, wave vector x and y, phase of each. */
  private final double[][] waves;

  Waves(double[][] waves) {
    this.waves = waves;
  }

  /**
   * Three waves of 15 to 40 nm in drawn directions whose slopes have together this root mean
   * square.
   */
  static Waves drawn(Variates variates, double slope) {
    double[][] waves = new double[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      double k = 2 * Math.PI / variates.between(SHORTEST, LONGEST);
      double direction = variates.between(0, 2 * Math.PI);
      double phase = variates.between(0, 2 * Math.PI);
      double amplitude = slope * Math.sqrt(2.0 / COUNT) / k;
      waves[i] =
          new double[] {
            amplitude, k * StrictMath.cos(direction), k * StrictMath.sin(direction), phase
          };
    }
    return new Waves(waves);
  }

  @Override
  public double value(double x, double y) {
    double sum = 0;
    for (double[] w : waves) {
      sum += w[0] * StrictMath.sin(w[1] * x + w[2] * y + w[3]);
    }
    return sum;
  }

  @Override
  public double slopeX(double x, double y) {
    return slope(x, y, 1);
  }

  @Override
  public double slopeY(double x, double y) {
    return slope(x, y, 2);
  }

  private double slope(double x, double y, int axis) {
    double sum = 0;
    for (double[] w : waves) {
      sum += w[0] * w[axis] * StrictMath.cos(w[1] * x + w[2] * y + w[3]);
    }
    return sum;
  }
}
