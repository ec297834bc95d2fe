package dev.cantilever.drivers.stem.diffraction;

import dev.cantilever.drivers.stem.noise.Variates;
import java.util.List;

/** Draws discs on a camera. */
public final class Pattern {

  private Pattern() {}

  /**
   * Expected counts of each pixel, row by row. Edges fade over one pixel; what falls off the camera
   * is lost.
   */
  public static double[] expected(
      List<Disc> discs, Camera camera, double convergenceRadians, double electrons) {
    double[] counts = new double[camera.pixels() * camera.pixels()];
    double radius = convergenceRadians / camera.radiansPerPixel();
    for (Disc disc : discs) {
      double x = camera.position(disc.angleX());
      double y = camera.position(disc.angleY());
      draw(counts, camera.pixels(), new double[] {x, y, radius}, disc.share() * electrons);
    }
    return counts;
  }

  /** What the camera counts. */
  static char[] counted(double[] expected, Variates variates) {
    char[] counts = new char[expected.length];
    for (int i = 0; i < counts.length; i++) {
      if (expected[i] > 0) {
        counts[i] = (char) Math.min(Camera.FULL_SCALE, variates.poisson(expected[i]));
      }
    }
    return counts;
  }

  private static void draw(double[] counts, int pixels, double[] circle, double electrons) {
    double x = circle[0];
    double y = circle[1];
    double reach = circle[2] + 1;
    int bottom = (int) Math.floor(y - reach);
    int left = (int) Math.floor(x - reach);
    int rows = (int) Math.ceil(y + reach) - bottom + 1;
    int columns = (int) Math.ceil(x + reach) - left + 1;
    double[] covers = new double[rows * columns];
    double whole = 0;
    for (int i = 0; i < covers.length; i++) {
      covers[i] = cover(left + i % columns - x, bottom + i / columns - y, circle[2]);
      whole += covers[i];
    }
    for (int i = 0; i < covers.length; i++) {
      int row = bottom + i / columns;
      int column = left + i % columns;
      if (covers[i] > 0 && inside(row, pixels) && inside(column, pixels)) {
        counts[row * pixels + column] += electrons * covers[i] / whole;
      }
    }
  }

  private static double cover(double dx, double dy, double radius) {
    return Math.max(0, Math.min(1, 0.5 + radius - Math.sqrt(dx * dx + dy * dy)));
  }

  private static boolean inside(int index, int pixels) {
    return index >= 0 && index < pixels;
  }
}
