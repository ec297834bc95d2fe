package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.imaging.BeamPath;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.sample.Exposure;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.sample.Specimen;

/** Lays the electrons of an acquisition on the specimen; every one of them counts. */
final class Dosing {

  /** Side of the square with the area of a circle, over its radius. */
  private static final double SQUARE = Math.sqrt(Math.PI);

  private final Specimen specimen;

  Dosing(Specimen specimen) {
    this.specimen = specimen;
  }

  /** Each place of a scan takes as many electrons, over its pixel and the width of the probe. */
  void scan(BeamPath path, double pixelMetres, double electronsEach, Illumination illumination) {
    double width = SQUARE * illumination.radiusMetres();
    Region region = Region.holding(path.steadyX(), path.steadyY()).widened(pixelMetres);
    Exposure exposure = specimen.exposureOf(region, width);
    for (int i = 0; i < path.x().length; i++) {
      exposure.deposit(path.steadyX()[i], path.steadyY()[i], pixelMetres, electronsEach);
    }
    exposure.spread(width);
    specimen.expose(exposure, illumination.beam());
  }

  /** A beam that stands: the profile of the probe. */
  void spot(double x, double y, double electrons, Illumination illumination) {
    Probe probe = illumination.probe();
    double pixel = probe.pixelMetres();
    int size = probe.size();
    Region region = Region.around(x, y, 2 * probe.supportMetres());
    Exposure exposure = specimen.exposureOf(region, 0);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double fraction = probe.fraction(row, column);
        if (fraction > 0) {
          double atX = x + (column - size / 2) * pixel;
          double atY = y + (row - size / 2) * pixel;
          exposure.deposit(atX, atY, pixel, electrons * fraction);
        }
      }
    }
    specimen.expose(exposure, illumination.beam());
  }

  /** A whole field evenly, as tuning does. */
  void flood(Region region, double electrons, Illumination illumination) {
    Exposure exposure = specimen.exposureOf(region, 0);
    exposure.deposit(
        (region.left() + region.right()) / 2,
        (region.bottom() + region.top()) / 2,
        region.width(),
        electrons);
    specimen.expose(exposure, illumination.beam());
  }
}
