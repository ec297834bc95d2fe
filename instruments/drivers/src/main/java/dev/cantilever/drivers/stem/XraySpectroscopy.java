package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.imaging.BeamPath;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.xray.Emission;
import dev.cantilever.drivers.stem.xray.XrayDetector;
import dev.cantilever.drivers.stem.xray.XrayEvents;
import dev.cantilever.drivers.stem.xray.XraysAt;

/** Takes X-ray spectra. */
final class XraySpectroscopy {

  static final XrayDetector DETECTOR = XrayDetector.typical();

  private static final int MOST_PLACES = 128 * 128;

  private final Microscope microscope;
  private final Variates noise;

  XraySpectroscopy(Microscope microscope, long noise) {
    this.microscope = microscope;
    this.noise = Variates.of(noise, "x-ray detector");
  }

  /** Counts of each channel with the beam where it stands at the beginning. */
  double[] point(double x, double y, double seconds) {
    double[] beam = microscope.beamAt(x, y);
    XraysAt xrays = xrays(Region.around(beam[0], beam[1], 1e-12), microscope.illumination());
    double[] expected = xrays.expected(beam[0], beam[1], microscope.electrons(seconds));
    double[] counts = DETECTOR.count(expected, noise);
    microscope.stand(x, y, seconds);
    return counts;
  }

  XrayEvents image(Raster raster) {
    if (raster.pixels() > MOST_PLACES) {
      throw new IllegalArgumentException(
          "an X-ray spectrum image has at most 128 × 128 places, not %d × %d"
              .formatted(raster.rows(), raster.columns()));
    }
    Illumination illumination = microscope.illumination();
    BeamPath path = microscope.scanned(raster);
    XraysAt xrays = xrays(Region.holding(path.x(), path.y()), illumination);
    double electrons = microscope.electrons(raster.dwellSeconds());
    char[][] counts = new char[raster.pixels()][XrayDetector.CHANNELS];
    for (int i = 0; i < counts.length; i++) {
      double[] place = DETECTOR.count(xrays.expected(path.x()[i], path.y()[i], electrons), noise);
      for (int c = 0; c < place.length; c++) {
        counts[i][c] = (char) Math.min(Character.MAX_VALUE, place[c]);
      }
    }
    microscope.dosing().scan(path, microscope.pixelMetres(raster), electrons, illumination);
    double seconds = raster.rows() * raster.lineSeconds();
    microscope.energyDrift().advance(seconds);
    microscope.age(seconds);
    return new XrayEvents(raster.rows(), raster.columns(), counts);
  }

  private XraysAt xrays(Region region, Illumination illumination) {
    return new XraysAt(
        microscope.specimen(),
        new Emission(illumination.beam(), DETECTOR),
        illumination.probe(),
        region);
  }
}
