package dev.cantilever.drivers.stem;

import static dev.cantilever.vocabulary.command.Channel.BEAM_CURRENT;
import static dev.cantilever.vocabulary.command.Channel.BEAM_TILT_X;
import static dev.cantilever.vocabulary.command.Channel.BEAM_TILT_Y;
import static dev.cantilever.vocabulary.command.Channel.BF_INSERTION;
import static dev.cantilever.vocabulary.command.Channel.DEFOCUS;
import static dev.cantilever.vocabulary.command.Channel.DIFFRACTION_SHIFT_X;
import static dev.cantilever.vocabulary.command.Channel.DIFFRACTION_SHIFT_Y;
import static dev.cantilever.vocabulary.command.Channel.DWELL;
import static dev.cantilever.vocabulary.command.Channel.EDS_INSERTION;
import static dev.cantilever.vocabulary.command.Channel.FIELD_OF_VIEW;
import static dev.cantilever.vocabulary.command.Channel.HAADF_INSERTION;
import static dev.cantilever.vocabulary.command.Channel.HOLDER_X;
import static dev.cantilever.vocabulary.command.Channel.HOLDER_Y;
import static dev.cantilever.vocabulary.command.Channel.HOLDER_Z;
import static dev.cantilever.vocabulary.command.Channel.IMAGE_SHIFT_X;
import static dev.cantilever.vocabulary.command.Channel.IMAGE_SHIFT_Y;
import static dev.cantilever.vocabulary.command.Channel.TILT_ALPHA;
import static dev.cantilever.vocabulary.command.Channel.TILT_BETA;
import static dev.cantilever.vocabulary.command.Channel.VACUUM;

import dev.cantilever.drivers.simulation.Readings;
import dev.cantilever.drivers.simulation.Simulation;
import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.motion.StagePosition;
import dev.cantilever.drivers.stem.optics.Coefficient;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The electron microscope twin in the words of the vocabulary. */
final class StemSimulation implements Simulation {

  static final Set<Verb> VERBS =
      EnumSet.of(
          Verb.STEM_SET_VALVES,
          Verb.STEM_BLANK,
          Verb.STEM_UNBLANK,
          Verb.STEM_PLACE_BEAM,
          Verb.STEM_SET_FOV,
          Verb.STEM_SET_SCAN,
          Verb.STEM_SCAN,
          Verb.STEM_SPECTRUM,
          Verb.STEM_SPECTRUM_IMAGE,
          Verb.STEM_SCAN_4D,
          Verb.STEM_CAMERA_IMAGE,
          Verb.STEM_SET_CURRENT,
          Verb.STEM_SET_DEFOCUS,
          Verb.STEM_AUTO_FOCUS,
          Verb.STEM_SET_IMAGE_SHIFT,
          Verb.STEM_SET_BEAM_TILT,
          Verb.STEM_SET_DIFFRACTION_SHIFT,
          Verb.STEM_SET_ABERRATION,
          Verb.STEM_MEASURE_ABERRATIONS,
          Verb.STEM_MOVE_STAGE,
          Verb.STEM_INSERT_DETECTOR);

  private static final double PRESSURE = 1e-5;
  private static final double READOUT_SECONDS = 1;
  private static final double INSERTION_SECONDS = 3;

  private final StemTwin twin;
  private final double largestField;
  private Detectors detectors;
  private boolean open = true;
  private SurfacePoint beam = SurfacePoint.metres(0, 0);

  StemSimulation(StemTwin twin, double largestField, Detectors detectors) {
    this.twin = twin;
    this.detectors = detectors;
    this.largestField = largestField;
  }

  @Override
  public InstrumentState state() {
    StemSettings now = twin.settings();
    StagePosition stage = twin.stagePosition();
    return new InstrumentState(
        beam,
        new TimeSpan(twin.timeSeconds()),
        0,
        Quality.GOOD,
        DeviceState.READY,
        ProbeState.NONE,
        open ? BeamState.BLANKED : BeamState.VALVES_CLOSED,
        List.of(
            Readback.fresh(BEAM_CURRENT, now.currentAmperes()),
            Readback.fresh(FIELD_OF_VIEW, now.field().sideMetres()),
            Readback.fresh(DWELL, now.raster().dwellSeconds()),
            Readback.fresh(DEFOCUS, now.defocusMetres()),
            Readback.fresh(IMAGE_SHIFT_X, now.field().shiftX()),
            Readback.fresh(IMAGE_SHIFT_Y, now.field().shiftY()),
            Readback.fresh(BEAM_TILT_X, now.deflectors().tiltX()),
            Readback.fresh(BEAM_TILT_Y, now.deflectors().tiltY()),
            Readback.fresh(DIFFRACTION_SHIFT_X, now.deflectors().patternX()),
            Readback.fresh(DIFFRACTION_SHIFT_Y, now.deflectors().patternY()),
            Readback.fresh(HOLDER_X, stage.x()),
            Readback.fresh(HOLDER_Y, stage.y()),
            Readback.fresh(HOLDER_Z, stage.z()),
            Readback.fresh(TILT_ALPHA, stage.tiltAlpha()),
            Readback.fresh(TILT_BETA, stage.tiltBeta()),
            Readback.fresh(VACUUM, PRESSURE),
            Readback.fresh(HAADF_INSERTION, detectors.insertion(Detectors.Arm.HAADF)),
            Readback.fresh(BF_INSERTION, detectors.insertion(Detectors.Arm.BF)),
            Readback.fresh(EDS_INSERTION, detectors.insertion(Detectors.Arm.EDS))));
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case StemCommand.ScanFrames scan ->
          exposed(scan.frames() * twin.settings().raster().rows() * line(twin.settings().raster()));
      case StemCommand.SpectrumImage image ->
          exposed(image.pixels() * line(StemReadings.square(image.pixels(), image.dwell())));
      case StemCommand.ScanDiffraction scan ->
          exposed(
              scan.pixels()
                  * line(StemReadings.square(scan.pixels(), scan.dwell()))
                  * Math.max(1, pace(scan.dwell())));
      case StemCommand.AcquireSpectrum spectrum -> exposed(spectrum.exposure().seconds());
      case StemCommand.CameraImage image -> {
        TimeSpan exposure = image.exposure();
        TimeSpan time = new TimeSpan(exposure.seconds() + READOUT_SECONDS);
        yield new Cost(time, new Length(0), 0, exposure, new Impulse(0));
      }
      case StemCommand.Unblank unblank -> exposed(unblank.maximumDuration().seconds());
      case StemCommand.MeasureAberrations tableau -> exposed(StemReadings.TABLEAU_SECONDS);
      case StemCommand.AutoFocus focus -> focusSeries(focus.range().metres());
      case StemCommand.MoveHolder move -> {
        StagePosition now = twin.stagePosition();
        double metres = now.distanceMetres(target(move));
        yield new Cost(new TimeSpan(7 + metres / 1e-5), new Length(metres), 0);
      }
      case StemCommand.InsertDetector insert ->
          new Cost(new TimeSpan(INSERTION_SECONDS), new Length(0), 0);
      default -> new Cost(new TimeSpan(0.1), new Length(0), 0);
    };
  }

  private Cost focusSeries(double range) {
    Raster raster = FocusSeries.raster(twin.settings());
    return exposed(
        FocusSeries.images(twin.settings(), range) * raster.rows() * raster.lineSeconds());
  }

  private static double line(Raster raster) {
    return raster.lineSeconds();
  }

  private static double pace(TimeSpan dwell) {
    return 1 / (Camera.typical().framesPerSecond() * dwell.seconds());
  }

  private static Cost exposed(double seconds) {
    return new Cost(new TimeSpan(seconds), new Length(0), 0, new TimeSpan(seconds), new Impulse(0));
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    if (!VERBS.contains(command.verb())) {
      return Optional.of("this twin is an electron microscope and does not know " + command.verb());
    }
    return detectors
        .objection(command)
        .or(() -> new StemRefusals(twin, largestField).of(command, from));
  }

  @Override
  public Reading perform(Command command) {
    StemSettings now = twin.settings();
    switch (command) {
      case StemCommand.SetValves set -> open = set.open();
      case StemCommand.SetCurrent set -> twin.configure(now.withCurrent(set.current().amperes()));
      case StemCommand.SetDefocus set -> twin.configure(now.withDefocus(set.defocus().metres()));
      case StemCommand.SetFieldOfView set ->
          twin.configure(now.withField(now.field().withSide(set.width().metres())));
      case StemCommand.SetImageShift set ->
          twin.configure(now.withField(now.field().shiftedTo(set.x().metres(), set.y().metres())));
      case StemCommand.SetBeamTilt set ->
          twin.configure(
              now.withDeflectors(now.deflectors().tilted(set.x().radians(), set.y().radians())));
      case StemCommand.SetDiffractionShift set ->
          twin.configure(
              now.withDeflectors(
                  now.deflectors().withPattern(set.x().radians(), set.y().radians())));
      case StemCommand.SetScan set ->
          twin.configure(now.withRaster(StemReadings.square(set.pixels(), set.dwell())));
      case StemCommand.SetAberration set ->
          twin.configure(
              now.withCorrector(
                  now.corrector()
                      .with(
                          Coefficient.valueOf(set.name().name()),
                          set.real().metres(),
                          set.imaginary().metres())));
      case StemCommand.PlaceBeam place -> beam = place.target();
      case StemCommand.MoveHolder move -> twin.moveStage(target(move));
      case StemCommand.InsertDetector insert -> {
        detectors = detectors.moved(insert);
        twin.rest(INSERTION_SECONDS);
      }
      case StemCommand.Unblank unblank -> {
        StemReadings at = new StemReadings(twin, beam);
        twin.park(at.share(beam.x()), at.share(beam.y()), unblank.maximumDuration().seconds());
      }
      default -> {
        return read(command);
      }
    }
    return new Reading.ProbePosition(beam);
  }

  private Reading read(Command command) {
    StemReadings readings = new StemReadings(twin, beam);
    return switch (command) {
      case StemCommand.ScanFrames scan -> readings.frames(scan.frames(), detectors.imaging());
      case StemCommand.AcquireSpectrum spectrum -> readings.spectrum(spectrum);
      case StemCommand.SpectrumImage image -> readings.spectrumImage(image);
      case StemCommand.ScanDiffraction scan -> readings.diffraction(scan);
      case StemCommand.CameraImage image -> readings.camera(image);
      case StemCommand.AutoFocus focus -> readings.focus(focus);
      case StemCommand.MeasureAberrations tableau -> readings.aberrations();
      default -> new Reading.ProbePosition(beam);
    };
  }

  private static StagePosition target(StemCommand.MoveHolder move) {
    return new StagePosition(
        move.target().x().metres(),
        move.target().y().metres(),
        move.height().metres(),
        move.alpha().radians(),
        move.beta().radians());
  }

  @Override
  public void rest() {
    // the beam is blanked whenever no command runs
  }

  @Override
  public GroundTruth truth() {
    double side = twin.settings().field().sideMetres();
    return new GroundTruth() {
      @Override
      public List<Frame> pictures() {
        return Readings.frames(twin.preview(), side, side);
      }
    };
  }
}
