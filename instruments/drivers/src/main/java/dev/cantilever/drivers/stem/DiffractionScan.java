package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.diffraction.Diffraction;
import dev.cantilever.drivers.stem.diffraction.PatternStack;
import dev.cantilever.drivers.stem.imaging.BeamPath;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.noise.Variates;

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
    Diffraction diffraction =
        new Diffraction(
            illumination.beam(), microscope.specimen().scene(), camera.halfAngleRadians());
    double electrons = microscope.electrons(paced.dwellSeconds());
    PatternStack stack = PatternStack.of(paced.rows(), paced.columns(), camera);
    for (int i = 0; i < paced.pixels(); i++) {
      stack.take(i, diffraction.at(path.x()[i], path.y()[i]), convergenceRadians, electrons, noise);
    }
    microscope.dosing().scan(path, microscope.pixelMetres(paced), electrons, illumination);
    double seconds = paced.rows() * paced.lineSeconds();
    microscope.energyDrift().advance(seconds);
    microscope.age(seconds);
    return stack;
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
