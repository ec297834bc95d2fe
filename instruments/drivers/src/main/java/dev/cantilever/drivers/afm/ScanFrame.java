package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;

/**
 * A rectangle of pixels on the sample. Pixel (row, column) has its centre half a pixel inside the
 * frame's lower left corner for row and column 0.
 *
 * @param centreXMetres in [−5e-5, 5e-5]
 * @param centreYMetres in [−5e-5, 5e-5]
 * @param widthMetres along the fast axis, in [1e-8, 1e-4]
 * @param heightMetres along the slow axis, in [1e-8, 1e-4]
 * @param angleRadians of the fast axis, from x towards y, in [−π, π]
 * @param pixels which grid
 */
public record ScanFrame(
    double centreXMetres,
    double centreYMetres,
    double widthMetres,
    double heightMetres,
    double angleRadians,
    Pixels pixels) {

  /**
   * The grid of a frame.
   *
   * @param columns along the fast axis, in [16, 4096]
   * @param lines along the slow axis, in [1, 4096]
   */
  public record Pixels(int columns, int lines) {

    public Pixels {
      Require.inside("pixels of a line", columns, 16, 4096);
      Require.inside("lines", lines, 1, 4096);
    }
  }

  public ScanFrame {
    Require.inside("frame centre x in m", centreXMetres, -5e-5, 5e-5);
    Require.inside("frame centre y in m", centreYMetres, -5e-5, 5e-5);
    Require.inside("frame width in m", widthMetres, 1e-8, 1e-4);
    Require.inside("frame height in m", heightMetres, 1e-8, 1e-4);
    Require.inside("frame angle in rad", angleRadians, -Math.PI, Math.PI);
  }

  /** A square with equal numbers of columns and lines about the origin. */
  public static ScanFrame square(double sideMetres, int pixels) {
    return new ScanFrame(0, 0, sideMetres, sideMetres, 0, new Pixels(pixels, pixels));
  }

  /** The same frame elsewhere. */
  public ScanFrame centredAt(double xMetres, double yMetres) {
    return new ScanFrame(xMetres, yMetres, widthMetres, heightMetres, angleRadians, pixels);
  }

  /** The way of the probe along one line, from its first to its last edge. */
  Path line(int line) {
    double up = ((line + 0.5) / pixels.lines() - 0.5) * heightMetres;
    return new Path(
        x(-widthMetres / 2, up),
        y(-widthMetres / 2, up),
        x(widthMetres / 2, up),
        y(widthMetres / 2, up));
  }

  private double x(double along, double up) {
    return centreXMetres + along * StrictMath.cos(angleRadians) - up * StrictMath.sin(angleRadians);
  }

  private double y(double along, double up) {
    return centreYMetres + along * StrictMath.sin(angleRadians) + up * StrictMath.cos(angleRadians);
  }
}
