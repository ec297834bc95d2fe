package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.function.DoubleUnaryOperator;

/**
 * A smooth random function of the plane with mean 0, mean square 1 and a given isotropic power
 * spectrum, periodic on a square tile: normal draws for every wave of the tile, Fourier transformed
 * to a grid, cubic (Catmull–Rom) in between.
 */
final class RandomField {

  private final int size;
  private final double spacing;
  private final double[] values;

  /**
   * Draws a field.
   *
   * @param density power per area of wave vectors over |q| in rad/m, of any scale
   * @param size grid points along a side of the tile, a power of two
   * @param spacing of the grid in metres
   */
  RandomField(DoubleUnaryOperator density, int size, double spacing, NormalDraws draws) {
    this.size = size;
    this.spacing = spacing;
    double[] real = new double[size * size];
    double[] imaginary = new double[size * size];
    double[] quadrant = magnitudes(density);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double magnitude = quadrant[wave(row) * (size / 2 + 1) + wave(column)];
        real[row * size + column] = magnitude * draws.normal();
        imaginary[row * size + column] = magnitude * draws.normal();
      }
    }
    new Fourier(size).transform(real, imaginary);
    normalise(real);
    values = real;
  }

  /** The value at a point in metres. */
  double at(double x, double y) {
    double u = x / spacing;
    double v = y / spacing;
    double left = Math.floor(u);
    double low = Math.floor(v);
    double[] along = weights(u - left);
    double[] up = weights(v - low);
    int column = (int) (long) left;
    int row = (int) (long) low;
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      int start = ((row + i - 1) & (size - 1)) * size;
      double line = 0;
      for (int j = 0; j < 4; j++) {
        line += along[j] * values[start + ((column + j - 1) & (size - 1))];
      }
      sum += up[i] * line;
    }
    return sum;
  }

  /** Root of the density for all waves up to the Nyquist frequency; 0 for the mean. */
  private double[] magnitudes(DoubleUnaryOperator density) {
    int waves = size / 2 + 1;
    double[] magnitudes = new double[waves * waves];
    for (int i = 1; i < magnitudes.length; i++) {
      int up = i / waves;
      int along = i % waves;
      double q = 2 * Math.PI / (size * spacing) * Math.sqrt((double) up * up + along * along);
      magnitudes[i] = Math.sqrt(density.applyAsDouble(q));
    }
    return magnitudes;
  }

  private int wave(int index) {
    return Math.min(index, size - index);
  }

  private static double[] weights(double t) {
    double s = 1 - t;
    return new double[] {
      -0.5 * t * s * s,
      1 - 0.5 * t * t * (5 - 3 * t),
      1 - 0.5 * s * s * (5 - 3 * s),
      -0.5 * s * t * t
    };
  }

  private static void normalise(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    double scale = 1 / Math.sqrt(sum / values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
  }
}
