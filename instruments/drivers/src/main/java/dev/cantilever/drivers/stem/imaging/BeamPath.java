package dev.cantilever.drivers.stem.imaging;

import dev.cantilever.drivers.stem.motion.Stage;
import dev.cantilever.drivers.stem.noise.Variates;

/**
 * Where the beam stood on the specimen at each pixel of one frame.
 *
 * @param x metres, row by row
 * @param y metres, row by row
 * @param steadyX the same without the errors of the scan coils
 * @param steadyY the same without the errors of the scan coils
 */
public record BeamPath(double[] x, double[] y, double[] steadyX, double[] steadyY) {

  /** Scans one frame around a point of the field; the stage drifts meanwhile. */
  public static BeamPath scan(
      Raster raster, ScanField field, Stage stage, ScanErrors errors, Variates variates) {
    BeamPath path = empty(raster.pixels());
    for (int row = 0; row < raster.rows(); row++) {
      double jitterAlong = errors.jitterMetres() * variates.normal();
      double jitterAcross = errors.jitterMetres() * variates.normal();
      for (int column = 0; column < raster.columns(); column++) {
        double time = (column + 0.5) * raster.dwellSeconds();
        double along = raster.along(column, field.sideMetres());
        double across = raster.across(row, field.sideMetres());
        double lag =
            errors.lag((column + 0.5) / raster.columns())
                * field.sideMetres()
                * raster.window().width();
        Axes axes = Axes.at(field, stage, time, raster.rotationRadians());
        int pixel = row * raster.columns() + column;
        path.steadyX[pixel] = axes.x(along, across);
        path.steadyY[pixel] = axes.y(along, across);
        path.x[pixel] = axes.x(along + jitterAlong + lag, across + jitterAcross);
        path.y[pixel] = axes.y(along + jitterAlong + lag, across + jitterAcross);
      }
      stage.advance(raster.lineSeconds());
    }
    return path;
  }

  /** The same without drift, jitter or time: what the present settings look at. */
  public static BeamPath still(Raster raster, ScanField field, Stage stage) {
    BeamPath path = empty(raster.pixels());
    Axes axes = Axes.at(field, stage, 0, raster.rotationRadians());
    for (int pixel = 0; pixel < raster.pixels(); pixel++) {
      double along = raster.along(pixel % raster.columns(), field.sideMetres());
      double across = raster.across(pixel / raster.columns(), field.sideMetres());
      path.steadyX[pixel] = axes.x(along, across);
      path.steadyY[pixel] = axes.y(along, across);
    }
    return new BeamPath(path.steadyX, path.steadyY, path.steadyX, path.steadyY);
  }

  private static BeamPath empty(int pixels) {
    return new BeamPath(
        new double[pixels], new double[pixels], new double[pixels], new double[pixels]);
  }

  /** From the axes of the scan to those of the sample at one moment. */
  private record Axes(double originX, double originY, double cosine, double sine) {

    static Axes at(ScanField field, Stage stage, double time, double rotation) {
      return new Axes(
          stage.x() + field.shiftX() + time * stage.driftSpeedX(),
          stage.y() + field.shiftY() + time * stage.driftSpeedY(),
          rotation == 0 ? 1 : StrictMath.cos(rotation),
          rotation == 0 ? 0 : StrictMath.sin(rotation));
    }

    double x(double along, double across) {
      return originX + cosine * along - sine * across;
    }

    double y(double along, double across) {
      return originY + sine * along + cosine * across;
    }
  }
}
