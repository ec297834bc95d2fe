package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.imaging.BeamPath;
import dev.cantilever.drivers.stem.imaging.DarkField;
import dev.cantilever.drivers.stem.imaging.Detector;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.noise.Variates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes annular dark field images, and bright field ones of the same electrons; the specimen
 * suffers between two scans. The bright field detector takes every electron that the dark field
 * does not, so that both images together count the beam. Its noise is drawn from streams of its
 * own: whether it is in changes no dark field image.
 */
final class FrameSeries {

  private static final int MOST_FRAMES = 100;

  private final Microscope microscope;
  private final Variates counting;
  private final Variates gain;
  private final Variates brightCounting;
  private final Variates brightGain;

  FrameSeries(Microscope microscope, long noise) {
    this.microscope = microscope;
    counting = Variates.of(noise, "detector");
    gain = Variates.of(noise, "detector gain");
    brightCounting = Variates.of(noise, "bright field detector");
    brightGain = Variates.of(noise, "bright field detector gain");
  }

  List<ScanFrame> take(int frames, boolean withBrightField) {
    if (frames < 1 || frames > MOST_FRAMES) {
      throw new IllegalArgumentException("a series has 1 to 100 frames, not " + frames);
    }
    List<ScanFrame> taken = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      taken.addAll(scan(withBrightField));
    }
    return taken;
  }

  private List<ScanFrame> scan(boolean withBrightField) {
    double start = microscope.timeSeconds();
    Raster raster = microscope.settings().raster();
    Illumination illumination = microscope.illumination();
    BeamPath path = microscope.scanned(raster);
    double electrons = microscope.electrons(raster.dwellSeconds());
    double[] dark = DarkField.fractions(microscope.specimen(), illumination, path.x(), path.y());
    Arrays.setAll(dark, i -> dark[i] * electrons);
    Detector detector = microscope.instrument().detector();
    List<ScanFrame> taken = new ArrayList<>();
    taken.add(frame("HAADF", start, detector.digitise(detector.count(dark, counting), gain)));
    if (withBrightField) {
      double[] bright = Arrays.stream(dark).map(one -> electrons - one).toArray();
      Detector disc = detector.withGain(1);
      taken.add(frame("BF", start, disc.digitise(disc.count(bright, brightCounting), brightGain)));
    }
    microscope.dosing().scan(path, microscope.pixelMetres(raster), electrons, illumination);
    double seconds = raster.rows() * raster.lineSeconds();
    microscope.energyDrift().advance(seconds);
    microscope.age(seconds);
    return taken;
  }

  private ScanFrame frame(String name, double start, int[] steps) {
    Raster raster = microscope.settings().raster();
    int clipped = (int) Arrays.stream(steps).filter(step -> step == Detector.FULL_SCALE).count();
    double[] values = Arrays.stream(steps).asDoubleStream().toArray();
    Field image = new Field(name, "1", raster.rows(), raster.columns(), values);
    return new ScanFrame(image, start, microscope.pixelMetres(raster), clipped);
  }
}
