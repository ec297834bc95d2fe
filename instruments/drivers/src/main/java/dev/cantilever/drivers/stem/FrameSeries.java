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

/** Takes annular dark field images; the specimen suffers between two of them. */
final class FrameSeries {

  private static final int MOST_FRAMES = 100;

  private final Microscope microscope;
  private final Variates counting;
  private final Variates gain;

  FrameSeries(Microscope microscope, long noise) {
    this.microscope = microscope;
    counting = Variates.of(noise, "detector");
    gain = Variates.of(noise, "detector gain");
  }

  List<ScanFrame> take(int frames) {
    if (frames < 1 || frames > MOST_FRAMES) {
      throw new IllegalArgumentException("a series has 1 to 100 frames, not " + frames);
    }
    List<ScanFrame> taken = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      taken.add(frame());
    }
    return taken;
  }

  private ScanFrame frame() {
    double start = microscope.timeSeconds();
    Raster raster = microscope.settings().raster();
    Illumination illumination = microscope.illumination();
    BeamPath path = microscope.scanned(raster);
    double electrons = microscope.electrons(raster.dwellSeconds());
    double[] expected =
        DarkField.fractions(microscope.specimen(), illumination, path.x(), path.y());
    Arrays.setAll(expected, i -> expected[i] * electrons);
    Detector detector = microscope.instrument().detector();
    int[] steps = detector.digitise(detector.count(expected, counting), gain);
    double pixel = microscope.pixelMetres(raster);
    microscope.dosing().scan(path, pixel, electrons, illumination);
    double seconds = raster.rows() * raster.lineSeconds();
    microscope.energyDrift().advance(seconds);
    microscope.age(seconds);
    int clipped = (int) Arrays.stream(steps).filter(step -> step == Detector.FULL_SCALE).count();
    double[] values = Arrays.stream(steps).asDoubleStream().toArray();
    Field image = new Field("HAADF", "1", raster.rows(), raster.columns(), values);
    return new ScanFrame(image, start, pixel, clipped);
  }
}
