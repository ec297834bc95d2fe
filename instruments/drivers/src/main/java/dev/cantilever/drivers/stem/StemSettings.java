package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.imaging.ScanField;
import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.optics.ElectronBeam;

/**
 * What commands set.
 *
 * @param beam acceleration
 * @param currentAmperes 1 pA to 1 nA
 * @param convergenceRadians half angle of the aperture, 0.1 to 60 mrad
 * @param field what a full scan covers
 * @param raster how it is scanned
 * @param defocusMetres of the objective lens, ±10 µm
 * @param corrector what the knobs of the corrector read
 * @param deflectors that tilt the beam and move the diffraction pattern
 */
public record StemSettings(
    ElectronBeam beam,
    double currentAmperes,
    double convergenceRadians,
    ScanField field,
    Raster raster,
    double defocusMetres,
    Aberrations corrector,
    Deflectors deflectors) {

  public StemSettings {
    if (!(currentAmperes >= 1e-12 && currentAmperes <= 1e-9)) {
      throw new IllegalArgumentException(
          "current: %s A is outside [1e-12, 1e-9] A".formatted(currentAmperes));
    }
    if (!(convergenceRadians >= 1e-4 && convergenceRadians <= 0.06)) {
      throw new IllegalArgumentException(
          "convergence: %s rad is outside [1e-4, 0.06] rad".formatted(convergenceRadians));
    }
    if (!(Math.abs(defocusMetres) <= 1e-5)) {
      throw new IllegalArgumentException(
          "defocus: %s m is outside [-1e-5, 1e-5] m".formatted(defocusMetres));
    }
  }

  /** 50 pA at this acceleration, 30 mrad, 256² pixels of 10 µs over a field, in focus. */
  public static StemSettings at(double accelerationVolts, double fieldMetres) {
    return new StemSettings(
        new ElectronBeam(accelerationVolts),
        50e-12,
        0.030,
        ScanField.ofSide(fieldMetres),
        Raster.square(256, 10e-6),
        0,
        Aberrations.none(),
        Deflectors.OFF);
  }

  public StemSettings withCurrent(double amperes) {
    return new StemSettings(
        beam, amperes, convergenceRadians, field, raster, defocusMetres, corrector, deflectors);
  }

  public StemSettings withConvergence(double radians) {
    return new StemSettings(
        beam, currentAmperes, radians, field, raster, defocusMetres, corrector, deflectors);
  }

  public StemSettings withField(ScanField other) {
    return new StemSettings(
        beam,
        currentAmperes,
        convergenceRadians,
        other,
        raster,
        defocusMetres,
        corrector,
        deflectors);
  }

  public StemSettings withRaster(Raster other) {
    return new StemSettings(
        beam,
        currentAmperes,
        convergenceRadians,
        field,
        other,
        defocusMetres,
        corrector,
        deflectors);
  }

  public StemSettings withDefocus(double metres) {
    return new StemSettings(
        beam, currentAmperes, convergenceRadians, field, raster, metres, corrector, deflectors);
  }

  public StemSettings withCorrector(Aberrations knobs) {
    return new StemSettings(
        beam, currentAmperes, convergenceRadians, field, raster, defocusMetres, knobs, deflectors);
  }

  public StemSettings withDeflectors(Deflectors other) {
    return new StemSettings(
        beam, currentAmperes, convergenceRadians, field, raster, defocusMetres, corrector, other);
  }
}
