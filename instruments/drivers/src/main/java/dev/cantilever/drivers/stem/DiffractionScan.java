package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.diffraction.Disc;
import dev.cantilever.drivers.stem.diffraction.PatternStack;
import dev.cantilever.drivers.stem.imaging.BeamPath;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.sample.Region;
import java.util.List;

/** Takes a diffraction pattern at each place of a scan. */
final class DiffractionScan {

  private static final int MOST_PIXELS = 1 << 26;

  private final Microscope microscope;
  private final Variates noise;

  DiffractionScan(Microscope microscope, long noise) {
    this.microscope = microscope;
    this.noise = Variates.of(noise, "camera");
  }

  PatternStack take(Raster raster, Camera camera, double convergenceRadians) {
    if ((long) raster.pixels() * camera.pixels() * camera.pixels() > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "a diffraction scan of %d × %d places and %d² pixels has more than 2^26 numbers"
              .formatted(raster.rows(), raster.columns(), camera.pixels()));
    }
    Raster paced = paced(raster, camera);
    Illumination illumination = microscope.illumination(convergenceRadians);
    BeamPath path = microscope.scanned(paced);
    double electrons = microscope.electrons(paced.dwellSeconds());
    Region region = Region.holding(path.x(), path.y());
    Patterns patterns = new Patterns(microscope, illumination, camera, region);
    PatternStack stack = PatternStack.of(paced.rows(), paced.columns(), camera);
    for (int i = 0; i < paced.pixels(); i++) {
      List<Disc> discs = patterns.at(path.x()[i], path.y()[i]);
      stack.take(i, discs, convergenceRadians, electrons, noise);
    }
    microscope.dosing().scan(path, microscope.pixelMetres(paced), electrons, illumination);
    double seconds = paced.rows() * paced.lineSeconds();
    microscope.energyDrift().advance(seconds);
    microscope.age(seconds);
    return stack;
  }

  /** One pattern with the beam where it stands at the beginning. */
  Field image(double[] at, Camera camera, double seconds) {
    Illumination illumination = microscope.illumination();
    double[] beam = microscope.beamAt(at[0], at[1]);
    Patterns patterns =
        new Patterns(microscope, illumination, camera, Region.around(beam[0], beam[1], 1e-12));
    PatternStack stack = PatternStack.of(1, 1, camera);
    double convergence = illumination.lens().convergenceRadians();
    double electrons = microscope.electrons(seconds);
    stack.take(0, patterns.at(beam[0], beam[1]), convergence, electrons, noise);
    microscope.stand(at[0], at[1], seconds, illumination);
    return stack.pattern(0);
  }

  /** The beam waits for the camera. */
  private static Raster paced(Raster raster, Camera camera) {
    return new Raster(
        raster.columns(),
        raster.rows(),
        Math.max(raster.dwellSeconds(), 1 / camera.framesPerSecond()),
        raster.window(),
        raster.rotationRadians());
  }
}
