package dev.cantilever.drivers.stem.diffraction;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.noise.Variates;
import java.util.List;

/**
 * A pattern for each place of a scan, two bytes a pixel.
 *
 * @param rows lines of the scan
 * @param columns places of a line
 * @param camera what took them
 * @param patterns counts of each place, pixel by pixel
 */
public record PatternStack(int rows, int columns, Camera camera, char[][] patterns) {

  public PatternStack {
    if (patterns.length != rows * columns) {
      throw new IllegalArgumentException(
          "%d patterns do not fill %d × %d places".formatted(patterns.length, rows, columns));
    }
  }

  /** An empty one. */
  public static PatternStack of(int rows, int columns, Camera camera) {
    return new PatternStack(rows, columns, camera, new char[rows * columns][]);
  }

  /** Takes the pattern of one place. */
  public void take(
      int place, List<Disc> discs, double convergenceRadians, double electrons, Variates draws) {
    patterns[place] =
        Pattern.counted(Pattern.expected(discs, camera, convergenceRadians, electrons), draws);
  }

  /** Σ counts of one pattern. */
  public double sum(int place) {
    double sum = 0;
    for (char count : patterns[place]) {
      sum += count;
    }
    return sum;
  }

  /**
   * Mean angle of the electrons of one pattern within a circle, rad: x and y; 0 without electrons.
   */
  public double[] centreOfMass(int place, double circleRadians) {
    int pixels = camera.pixels();
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < pixels * pixels; i++) {
      int column = i % pixels;
      int row = i / pixels;
      double atX = camera.radiansPerPixel() * (column - (pixels - 1) / 2.0);
      double atY = camera.radiansPerPixel() * (row - (pixels - 1) / 2.0);
      if (atX * atX + atY * atY <= circleRadians * circleRadians) {
        sum += patterns[place][i];
        x += atX * patterns[place][i];
        y += atY * patterns[place][i];
      }
    }
    return sum == 0 ? new double[2] : new double[] {x / sum, y / sum};
  }

  /** One pattern, to look at. */
  public Field pattern(int place) {
    double[] values = new double[camera.pixels() * camera.pixels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = patterns[place][i];
    }
    return new Field("diffraction pattern", "1", camera.pixels(), camera.pixels(), values);
  }
}
