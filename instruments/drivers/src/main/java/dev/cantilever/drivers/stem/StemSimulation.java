package dev.cantilever.drivers.stem;

import static dev.cantilever.vocabulary.command.Channel.BEAM_CURRENT;
import static dev.cantilever.vocabulary.command.Channel.DEFOCUS;
import static dev.cantilever.vocabulary.command.Channel.DWELL;
import static dev.cantilever.vocabulary.command.Channel.FIELD_OF_VIEW;
import static dev.cantilever.vocabulary.command.Channel.HOLDER_X;
import static dev.cantilever.vocabulary.command.Channel.HOLDER_Y;
import static dev.cantilever.vocabulary.command.Channel.HOLDER_Z;
import static dev.cantilever.vocabulary.command.Channel.TILT_ALPHA;
import static dev.cantilever.vocabulary.command.Channel.TILT_BETA;
import static dev.cantilever.vocabulary.command.Channel.VACUUM;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.simulation.Readings;
import dev.cantilever.drivers.simulation.Simulation;
import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.diffraction.PatternStack;
import dev.cantilever.drivers.stem.energyloss.EnergyAxis;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.imaging.ScanField;
import dev.cantilever.drivers.stem.motion.StagePosition;
import dev.cantilever.drivers.stem.optics.Coefficient;
import dev.cantilever.drivers.stem.optics.Tableau;
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
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.ArrayList;
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
          Verb.STEM_SET_CURRENT,
          Verb.STEM_SET_DEFOCUS,
          Verb.STEM_SET_ABERRATION,
          Verb.STEM_MEASURE_ABERRATIONS,
          Verb.STEM_MOVE_STAGE);

  private static final double JOULES_PER_EV = 1.602176634e-19;
  private static final double PRESSURE = 1e-5;
  private static final int CHANNELS = 1024;
  private static final int MOST_PLACES = 128;
  private static final double PARALLEL_BEAM = 2e-3;
  private static final double TABLEAU_SECONDS = 20;

  private final StemTwin twin;
  private final double largestField;
  private boolean open = true;
  private SurfacePoint beam = SurfacePoint.metres(0, 0);

  StemSimulation(StemTwin twin, double largestField) {
    this.twin = twin;
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
            Readback.fresh(HOLDER_X, stage.x()),
            Readback.fresh(HOLDER_Y, stage.y()),
            Readback.fresh(HOLDER_Z, stage.z()),
            Readback.fresh(TILT_ALPHA, stage.tiltAlpha()),
            Readback.fresh(TILT_BETA, stage.tiltBeta()),
            Readback.fresh(VACUUM, PRESSURE)));
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case StemCommand.ScanFrames scan ->
          exposed(scan.frames() * twin.settings().raster().rows() * line(twin.settings().raster()));
      case StemCommand.SpectrumImage image ->
          exposed(image.pixels() * line(square(image.pixels(), image.dwell())));
      case StemCommand.ScanDiffraction scan ->
          exposed(
              scan.pixels()
                  * line(square(scan.pixels(), scan.dwell()))
                  * Math.max(1, pace(scan.dwell())));
      case StemCommand.AcquireSpectrum spectrum -> exposed(spectrum.exposure().seconds());
      case StemCommand.Unblank unblank -> exposed(unblank.maximumDuration().seconds());
      case StemCommand.MeasureAberrations tableau -> exposed(TABLEAU_SECONDS);
      case StemCommand.MoveHolder move -> {
        StagePosition now = twin.stagePosition();
        double metres = now.distanceMetres(target(move));
        yield new Cost(new TimeSpan(7 + metres / 1e-5), new Length(metres), 0);
      }
      default -> new Cost(new TimeSpan(0.1), new Length(0), 0);
    };
  }

  private static double line(Raster raster) {
    return raster.lineSeconds();
  }

  private static double pace(TimeSpan dwell) {
    return 1 / (Camera.typical().framesPerSecond() * dwell.seconds());
  }

  private static Raster square(int pixels, TimeSpan dwell) {
    return Raster.square(Math.max(4, pixels), dwell.seconds());
  }

  private static Cost exposed(double seconds) {
    return new Cost(new TimeSpan(seconds), new Length(0), 0, new TimeSpan(seconds), new Impulse(0));
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    if (!VERBS.contains(command.verb())) {
      return Optional.of("this twin is an electron microscope and does not know " + command.verb());
    }
    return switch (command) {
      case StemCommand.SetFieldOfView set ->
          unless(
              set.width().metres() <= largestField,
              "this specimen can be seen in fields up to " + new Length(largestField));
      case StemCommand.PlaceBeam place ->
          unless(
              inField(place.target().x()) && inField(place.target().y()),
              "the beam stays in the field of view, whose middle is the origin");
      case StemCommand.SpectrumImage image ->
          unless(image.pixels() <= MOST_PLACES, "a spectrum image has at most 128 pixels a side");
      case StemCommand.ScanDiffraction scan ->
          unless(scan.pixels() <= MOST_PLACES, "a diffraction scan has at most 128 pixels a side");
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean isFine, String reason) {
    return isFine ? Optional.empty() : Optional.of(reason);
  }

  @Override
  public Reading perform(Command command) {
    StemSettings now = twin.settings();
    switch (command) {
      case StemCommand.SetValves set -> open = set.open();
      case StemCommand.SetCurrent set -> twin.configure(now.withCurrent(set.current().amperes()));
      case StemCommand.SetDefocus set -> twin.configure(now.withDefocus(set.defocus().metres()));
      case StemCommand.SetFieldOfView set ->
          twin.configure(now.withField(ScanField.ofSide(set.width().metres())));
      case StemCommand.SetScan set ->
          twin.configure(now.withRaster(square(set.pixels(), set.dwell())));
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
      case StemCommand.Unblank unblank ->
          twin.park(share(beam.x()), share(beam.y()), unblank.maximumDuration().seconds());
      default -> {
        return read(command);
      }
    }
    return new Reading.ProbePosition(beam);
  }

  private Reading read(Command command) {
    return switch (command) {
      case StemCommand.ScanFrames scan ->
          scan(twin.scan(scan.frames()).stream().map(ScanFrame::image).toList());
      case StemCommand.AcquireSpectrum spectrum -> spectrum(spectrum);
      case StemCommand.SpectrumImage image -> spectrumImage(image);
      case StemCommand.ScanDiffraction scan -> diffraction(scan);
      case StemCommand.MeasureAberrations tableau -> {
        twin.measureAberrations(Tableau.STANDARD);
        yield new Reading.ProbePosition(beam);
      }
      default -> new Reading.ProbePosition(beam);
    };
  }

  private Reading scan(List<Field> fields) {
    double side = twin.settings().field().sideMetres();
    List<Frame> frames = new ArrayList<>();
    boolean alike = fields.stream().map(Field::name).distinct().count() < fields.size();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String name = alike ? field.name() + " " + (i + 1) : field.name();
      frames.add(
          Readings.frame(
              new Field(name, field.unit(), field.rows(), field.columns(), field.values()),
              side,
              side));
    }
    return new Reading.Scan(beam, frames);
  }

  private Reading spectrum(StemCommand.AcquireSpectrum command) {
    EnergyAxis axis =
        new EnergyAxis(
            command.offset().joules() / JOULES_PER_EV,
            command.dispersion().joules() / JOULES_PER_EV,
            CHANNELS);
    LossSpectra spectra =
        twin.spectrum(share(beam.x()), share(beam.y()), command.exposure().seconds(), axis);
    double[] energies = new double[axis.channels()];
    for (int c = 0; c < energies.length; c++) {
      energies[c] = axis.energy(c);
    }
    Spectrum curve =
        Readings.curve(
            new Axis("energy loss", "eV", Series.of(energies)),
            new Axis("counts", "1", Series.of(spectra.counts()[0])));
    return new Reading.Curves(beam, List.of(curve));
  }

  /** Maps of the zero loss and of the losses around the plasmons. */
  private Reading spectrumImage(StemCommand.SpectrumImage command) {
    EnergyAxis axis = new EnergyAxis(-5, 0.1, CHANNELS);
    LossSpectra spectra = twin.spectrumImage(square(command.pixels(), command.dwell()), axis);
    return scan(
        List.of(
            spectra.map("zero loss", -2, 2),
            spectra.map("2 to 10 eV", 2, 10),
            spectra.map("10 to 40 eV", 10, 40),
            spectra.map("40 to 97 eV", 40, 97)));
  }

  /** Where the pattern's middle lies: the beam's deflection by the specimen. */
  private Reading diffraction(StemCommand.ScanDiffraction command) {
    PatternStack stack =
        twin.scanDiffraction(
            square(command.pixels(), command.dwell()), Camera.typical(), PARALLEL_BEAM);
    int places = stack.rows() * stack.columns();
    double[] x = new double[places];
    double[] y = new double[places];
    double[] sum = new double[places];
    for (int i = 0; i < places; i++) {
      double[] centre = stack.centreOfMass(i, PARALLEL_BEAM * 2);
      x[i] = centre[0];
      y[i] = centre[1];
      sum[i] = stack.sum(i);
    }
    return scan(
        List.of(
            new Field("centre of mass x", "rad", stack.rows(), stack.columns(), x),
            new Field("centre of mass y", "rad", stack.rows(), stack.columns(), y),
            new Field("electrons", "1", stack.rows(), stack.columns(), sum)));
  }

  private static StagePosition target(StemCommand.MoveHolder move) {
    return new StagePosition(
        move.target().x().metres(),
        move.target().y().metres(),
        move.height().metres(),
        move.alpha().radians(),
        move.beta().radians());
  }

  /** Of the field of view, whose middle is the origin. */
  private double share(Length along) {
    return along.metres() / twin.settings().field().sideMetres() + 0.5;
  }

  private boolean inField(Length along) {
    return share(along) >= 0 && share(along) <= 1;
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
