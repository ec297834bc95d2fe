package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.energyloss.Spectrometer;
import dev.cantilever.drivers.stem.imaging.Detector;
import dev.cantilever.drivers.stem.imaging.ScanErrors;
import dev.cantilever.drivers.stem.motion.StageErrors;
import dev.cantilever.drivers.stem.optics.Lens;
import dev.cantilever.drivers.stem.optics.TuningErrors;
import dev.cantilever.drivers.stem.sample.SpecimenResponse;

/**
 * What a microscope is like, as far as no command changes it.
 *
 * @param lens source and chromatic aberration; its aperture gives way to the settings
 * @param tuning departures of the optics
 * @param stage departures of the stage
 * @param scan departures of the scan coils
 * @param detector annular dark field detector
 * @param spectrometer energy-loss spectrometer
 * @param response how specimens suffer
 */
public record StemInstrument(
    Lens lens,
    TuningErrors tuning,
    StageErrors stage,
    ScanErrors scan,
    Detector detector,
    Spectrometer spectrometer,
    SpecimenResponse response) {

  /** An aberration-corrected microscope on an ordinary day. */
  public static StemInstrument typical() {
    return new StemInstrument(
        Lens.typical(),
        TuningErrors.typical(),
        StageErrors.typical(),
        ScanErrors.typical(),
        Detector.typical(),
        Spectrometer.typical(),
        SpecimenResponse.typical());
  }

  /** No departure but the counting of electrons, and specimens that do not suffer. */
  public static StemInstrument ideal() {
    return new StemInstrument(
        Lens.typical(),
        TuningErrors.none(),
        StageErrors.none(),
        ScanErrors.none(),
        Detector.ideal(),
        Spectrometer.typical().steady(),
        SpecimenResponse.none());
  }

  /** The same with other specimens. */
  public StemInstrument with(SpecimenResponse other) {
    return new StemInstrument(lens, tuning, stage, scan, detector, spectrometer, other);
  }

  /** The same with another detector. */
  public StemInstrument with(Detector other) {
    return new StemInstrument(lens, tuning, stage, scan, other, spectrometer, response);
  }

  /** The same with another stage. */
  public StemInstrument with(StageErrors other) {
    return new StemInstrument(lens, tuning, other, scan, detector, spectrometer, response);
  }

  /** The same with other optics. */
  public StemInstrument with(TuningErrors other) {
    return new StemInstrument(lens, other, stage, scan, detector, spectrometer, response);
  }

  /** The same with another spectrometer. */
  public StemInstrument with(Spectrometer other) {
    return new StemInstrument(lens, tuning, stage, scan, detector, other, response);
  }
}
