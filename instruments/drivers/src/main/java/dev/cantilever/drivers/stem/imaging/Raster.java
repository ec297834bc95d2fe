package dev.cantilever.drivers.stem.imaging;

/**
 * How the beam is led over the field.
 *
 * @param columns pixels of a line, 4 to 4096
 * @param rows lines, 4 to 4096
 * @param dwellSeconds time on each pixel, 10 ns to 0.1 s
 * @param window part of the field that is scanned
 * @param rotationRadians angle of the lines to the sample's x, counter-clockwise
 */
public record Raster(
    int columns, int rows, double dwellSeconds, Window window, double rotationRadians) {

  /** Time between two lines over the time of a line; the beam is blanked meanwhile. */
  private static final double FLYBACK = 0.1;

  public Raster {
    if (columns < 4 || columns > 4096 || rows < 4 || rows > 4096) {
      throw new IllegalArgumentException(
          "a scan has 4 to 4096 pixels each way, not %d × %d".formatted(columns, rows));
    }
    if (!(dwellSeconds >= 1e-8 && dwellSeconds <= 0.1)) {
      throw new IllegalArgumentException(
          "dwell: %s s is outside [1e-8, 0.1] s".formatted(dwellSeconds));
    }
    if (!Double.isFinite(rotationRadians)) {
      throw new IllegalArgumentException("the scan rotation must be finite");
    }
  }

  /** A square scan of the whole field. */
  public static Raster square(int pixels, double dwellSeconds) {
    return new Raster(pixels, pixels, dwellSeconds, Window.FULL, 0);
  }

  public int pixels() {
    return rows * columns;
  }

  /** Time of one line with its flyback. */
  public double lineSeconds() {
    return columns * dwellSeconds * (1 + FLYBACK);
  }

  /** Width of a pixel in a field of this side. */
  public double pixelMetres(double fieldMetres) {
    return fieldMetres * window.width() / columns;
  }

  /** Along the lines from the middle of the field, metres. */
  public double along(int column, double fieldMetres) {
    return fieldMetres * (window.left() + window.width() * (column + 0.5) / columns - 0.5);
  }

  /** Across the lines from the middle of the field, metres. */
  public double across(int row, double fieldMetres) {
    return fieldMetres * (window.bottom() + window.height() * (row + 0.5) / rows - 0.5);
  }
}
