package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.diffraction.PatternStack;
import dev.cantilever.drivers.stem.energyloss.EnergyAxis;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.motion.StagePosition;
import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.MeasuredAberrations;
import dev.cantilever.drivers.stem.optics.Tableau;
import dev.cantilever.drivers.stem.sample.Scene;
import dev.cantilever.drivers.stem.xray.XrayEvents;
import java.util.List;

/**
 * The simulated microscope. Its methods are the only way to change it: whatever turns the beam on
 * lays dose on the specimen, and whatever takes time lets stage, optics and spectrometer drift. The
 * beam is blanked between two calls. Arguments outside their range are refused with {@link
 * IllegalArgumentException} before anything happens.
 */
public final class StemTwin {

  private final Microscope microscope;
  private final FrameSeries frames;
  private final Spectroscopy spectroscopy;
  private final XraySpectroscopy xrays;
  private final DiffractionScan diffraction;
  private final Variates measurementNoise;

  /**
   * A microscope with a fresh specimen at the middle of the stage.
   *
   * @throws IllegalArgumentException where the field is too large for the scene
   */
  public StemTwin(Scene scene, StemInstrument instrument, StemSettings settings, Seeds seeds) {
    microscope = new Microscope(scene, instrument, settings, seeds);
    frames = new FrameSeries(microscope, seeds.noise());
    spectroscopy = new Spectroscopy(microscope, seeds.noise());
    xrays = new XraySpectroscopy(microscope, seeds.noise());
    diffraction = new DiffractionScan(microscope, seeds.noise());
    measurementNoise = Variates.of(seeds.noise(), "measurement");
    configure(settings);
  }

  public StemSettings settings() {
    return microscope.settings();
  }

  public StemInstrument instrument() {
    return microscope.instrument();
  }

  /** Seconds of beam, moves and rests since the start. */
  public double timeSeconds() {
    return microscope.timeSeconds();
  }

  /** What the stage reports; the specimen may stand elsewhere. */
  public StagePosition stagePosition() {
    return microscope.stage().readback();
  }

  /** Takes new settings; no time passes. */
  public void configure(StemSettings wanted) {
    Scene scene = microscope.specimen().scene();
    if (wanted.field().sideMetres() > scene.largestFieldMetres()) {
      throw new IllegalArgumentException(
          "field of view: %s m is above %s m, the largest of %s"
              .formatted(wanted.field().sideMetres(), scene.largestFieldMetres(), scene.name()));
    }
    microscope.configure(wanted);
  }

  /** Annular dark field images, one after the other: 1 to 100. */
  public List<ScanFrame> scan(int count) {
    return scan(count, false);
  }

  /** The same, each followed by the bright field image of the same scan where that is asked for. */
  public List<ScanFrame> scan(int count, boolean withBrightField) {
    return frames.take(count, withBrightField);
  }

  /**
   * An energy-loss spectrum.
   *
   * @param x along the lines, fraction of the field, 0 to 1
   * @param y across the lines, fraction of the field, 0 to 1
   * @param exposureSeconds 1 ms to 100 s
   */
  public LossSpectra spectrum(double x, double y, double exposureSeconds, EnergyAxis axis) {
    require("exposure", exposureSeconds, 1e-3, 100);
    return spectroscopy.point(x, y, exposureSeconds, axis);
  }

  /** An energy-loss spectrum at each place of a scan; places times channels at most 2²⁴. */
  public LossSpectra spectrumImage(Raster raster, EnergyAxis axis) {
    return spectroscopy.image(raster, axis);
  }

  /**
   * An X-ray spectrum: counts of channels of 10 eV from 0 to 20 keV.
   *
   * @param x along the lines, fraction of the field, 0 to 1
   * @param y across the lines, fraction of the field, 0 to 1
   * @param exposureSeconds 1 ms to 100 s
   */
  public double[] xraySpectrum(double x, double y, double exposureSeconds) {
    require("exposure", exposureSeconds, 1e-3, 100);
    return xrays.point(x, y, exposureSeconds);
  }

  /** An X-ray spectrum at each place of a scan, at most 128 × 128 places. */
  public XrayEvents xrayImage(Raster raster) {
    return xrays.image(raster);
  }

  /**
   * A diffraction pattern at each place of a scan, usually with a nearly parallel beam; pixels of
   * all patterns at most 2²⁶. The beam waits for the camera where that is slower than the dwell.
   *
   * @param convergenceRadians half angle of the beam meanwhile, 0.1 to 60 mrad
   */
  public PatternStack scanDiffraction(Raster raster, Camera camera, double convergenceRadians) {
    return diffraction.take(raster, camera, convergenceRadians);
  }

  /**
   * One diffraction pattern with the beam of the images.
   *
   * @param x along the lines, fraction of the field, 0 to 1
   * @param y across the lines, fraction of the field, 0 to 1
   * @param exposureSeconds 1 ms to 100 s
   */
  public Field cameraImage(double x, double y, double exposureSeconds, Camera camera) {
    require("exposure", exposureSeconds, 1e-3, 100);
    return diffraction.image(new double[] {x, y}, camera, exposureSeconds);
  }

  /**
   * Leaves the beam on one place.
   *
   * @param x along the lines, fraction of the field, 0 to 1
   * @param y across the lines, fraction of the field, 0 to 1
   * @param durationSeconds 1 µs to 600 s
   */
  public void park(double x, double y, double durationSeconds) {
    require("park", durationSeconds, 1e-6, 600);
    microscope.stand(x, y, durationSeconds);
  }

  /** Reads the aberrations from a tableau of images, which takes its time and dose. */
  public MeasuredAberrations measureAberrations(Tableau tableau) {
    MeasuredAberrations measured =
        MeasuredAberrations.of(
            microscope.aberrations(), tableau, measurementNoise, instrument().tuning());
    microscope
        .dosing()
        .flood(
            TruePictures.region(microscope.aimed(), microscope.stage()),
            microscope.electrons(tableau.seconds()),
            microscope.illumination());
    microscope.rest(tableau.seconds());
    return measured;
  }

  /**
   * Takes a focus series around the present defocus and sets the best.
   *
   * @param rangeMetres to either side, 1 nm to 50 depths of focus
   */
  public FocusFound autoFocus(double rangeMetres, Sharpness criterion) {
    if (!(rangeMetres >= 1e-9) || !FocusSeries.covers(settings(), rangeMetres)) {
      throw new IllegalArgumentException(
          "focus series: %s m is below 1e-9 m or above 50 depths of focus".formatted(rangeMetres));
    }
    return new FocusSeries(microscope, frames).find(rangeMetres, criterion);
  }

  /** Moves the stage with the beam blanked: 2 s and 10 µm/s; then it still creeps. */
  public void moveStage(StagePosition target) {
    double seconds = microscope.stage().secondsTo(target);
    microscope.stage().moveTo(target);
    microscope.energyDrift().advance(seconds);
    microscope.age(seconds);
  }

  /** Lets up to 10⁶ s pass with the beam blanked. */
  public void rest(double seconds) {
    require("rest", seconds, 0, 1e6);
    microscope.rest(seconds);
  }

  /** What is really so. Asking changes nothing. */
  public StemTruth truth() {
    return new StemTruth(
        timeSeconds(),
        microscope.specimen().placesIn(TruePictures.region(microscope.aimed(), microscope.stage())),
        microscope.stage().x(),
        microscope.stage().y(),
        microscope.stage().driftX(),
        microscope.stage().driftY(),
        microscope.aberrations(),
        microscope.energyDrift().electronVolts(),
        microscope.specimen().electrons(),
        microscope.specimen().atomsLost(),
        preview());
  }

  /** Pictures of the field of view without noise, to look at. Asking changes nothing. */
  public List<Field> preview() {
    return new TruePictures(microscope.specimen(), microscope.aimed(), microscope.stage())
        .all(microscope.illumination(), instrument().spectrometer().collectionRadians());
  }

  private static void require(String what, double seconds, double least, double most) {
    if (!(seconds >= least && seconds <= most)) {
      throw new IllegalArgumentException(
          "%s: %s s is outside [%s, %s] s".formatted(what, seconds, least, most));
    }
  }
}
