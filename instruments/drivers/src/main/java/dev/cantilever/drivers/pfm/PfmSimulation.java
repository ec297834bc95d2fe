package dev.cantilever.drivers.pfm;

import static dev.cantilever.vocabulary.command.Channel.CLEARANCE;
import static dev.cantilever.vocabulary.command.Channel.FRAME_HEIGHT;
import static dev.cantilever.vocabulary.command.Channel.FRAME_WIDTH;
import static dev.cantilever.vocabulary.command.Channel.LINE_RATE;

import dev.cantilever.drivers.simulation.Readings;
import dev.cantilever.drivers.simulation.Simulation;
import dev.cantilever.drivers.twin.OpticalView;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The piezoresponse twin in the words of the vocabulary. */
final class PfmSimulation implements Simulation {

  static final Set<Verb> VERBS =
      EnumSet.of(
          Verb.SPM_SET_MODE,
          Verb.SPM_APPROACH,
          Verb.SPM_WITHDRAW,
          Verb.SPM_SET_FRAME,
          Verb.SPM_SET_RATE,
          Verb.SPM_SCAN,
          Verb.SPM_STOP_SCAN,
          Verb.SPM_MOVE_PROBE,
          Verb.SPM_LOOP,
          Verb.SPM_BIAS_PULSE,
          Verb.SPM_LITHOGRAPHY,
          Verb.SPM_READ_METERS,
          Verb.SPM_CAPTURE_OPTICAL);

  private static final double SETTLING = 0.35;
  private static final double REST_CLEARANCE = 20e-6;
  private static final double LEVER_WIDTH = 28e-6;
  private static final double APPROACH_SECONDS = 20;

  private final PfmTwin twin;
  private final PfmSettings settings;
  private final OpticalView optics;
  private ReadOut readOut = ReadOut.ResonanceTracking.defaults();
  private ScanArea area = ScanArea.square(0, 0, 1e-6);
  private Raster raster = new Raster(128, 128, 1);
  private SurfacePoint position = SurfacePoint.metres(0, 0);
  private double clearance = 100e-6;
  private double added;
  private long loops;

  PfmSimulation(PfmTwin twin, PfmSettings settings, OpticalView optics) {
    this.twin = twin;
    this.optics = optics;
    this.settings = settings;
  }

  private boolean isEngaged() {
    return clearance == 0;
  }

  @Override
  public InstrumentState state() {
    return new InstrumentState(
        position,
        new TimeSpan(twin.elapsedSeconds() + added),
        loops,
        Quality.GOOD,
        DeviceState.READY,
        isEngaged() ? ProbeState.ENGAGED : ProbeState.WITHDRAWN,
        BeamState.NONE,
        List.of(
            Readback.fresh(LINE_RATE, raster.lineHertz()),
            Readback.fresh(FRAME_WIDTH, area.widthMetres()),
            Readback.fresh(FRAME_HEIGHT, area.heightMetres()),
            Readback.fresh(CLEARANCE, clearance)));
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case SpmCommand.CaptureOptical capture -> cost(1, 0);
      case SpmCommand.Approach approach -> cost(APPROACH_SECONDS, 0);
      case SpmCommand.Withdraw withdraw -> cost(2, 0);
      case SpmCommand.Scan scan -> cost(raster.seconds(), 2 * raster.lines() * area.widthMetres());
      case SpmCommand.MoveProbe move -> cost(SETTLING, position.distanceTo(move.target()).metres());
      case SpmCommand.HysteresisLoop loop -> {
        double seconds = loop.steps() * settings.sample().hysteresis().stepSeconds();
        yield biased(seconds, 1, loop.biasAmplitude().volts() * seconds);
      }
      case SpmCommand.BiasPulse pulse ->
          biased(
              pulse.duration().seconds() + SETTLING,
              0,
              Math.abs(pulse.voltage().volts()) * pulse.duration().seconds());
      case SpmCommand.Lithography line -> {
        double seconds = line.duration(position).seconds();
        yield new Cost(
            new TimeSpan(seconds + SETTLING),
            position.distanceTo(line.target()),
            0,
            new TimeSpan(0),
            new Impulse(Math.abs(line.bias().volts()) * seconds));
      }
      default -> cost(SETTLING, 0);
    };
  }

  private static Cost cost(double seconds, double metres) {
    return new Cost(new TimeSpan(seconds), new Length(metres), 0);
  }

  private static Cost biased(double seconds, long loops, double voltSeconds) {
    return new Cost(
        new TimeSpan(seconds), new Length(0), loops, new TimeSpan(0), new Impulse(voltSeconds));
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    if (!VERBS.contains(command.verb())) {
      return Optional.of(
          "this twin is a piezoresponse microscope and does not know " + command.verb());
    }
    return switch (command) {
      case SpmCommand.SetMode set ->
          readOut(set.mode()).isPresent()
              ? Optional.empty()
              : Optional.of("this twin knows the three modes of piezoresponse, not " + set.mode());
      case SpmCommand.HysteresisLoop loop ->
          loop.steps() >= 16 && loop.steps() <= 256 && loop.steps() % 2 == 0
              ? Optional.empty()
              : Optional.of("a loop has an even number of 16 to 256 steps, not " + loop.steps());
      default -> Optional.empty();
    };
  }

  private static Optional<ReadOut> readOut(SpmCommand.SpmMode mode) {
    return switch (mode) {
      case PFM_SINGLE_FREQUENCY -> Optional.of(new ReadOut.SingleFrequency(20e3, 1));
      case PFM_DUAL_FREQUENCY -> Optional.of(ReadOut.ResonanceTracking.defaults());
      case PFM_BAND_EXCITATION -> Optional.of(ReadOut.BandExcitation.defaults());
      case TAPPING, CONTACT, KELVIN_PROBE, MAGNETIC -> Optional.empty();
    };
  }

  @Override
  public Reading perform(Command command) {
    switch (command) {
      case SpmCommand.SetMode set -> readOut = readOut(set.mode()).orElseThrow();
      case SpmCommand.Approach approach -> land();
      case SpmCommand.Withdraw withdraw -> clearance += withdraw.distance().metres();
      case SpmCommand.SetRate set ->
          raster = new Raster(raster.lines(), raster.pixels(), set.lineRate().hertz());
      case SpmCommand.SetFrame set -> frame(set);
      case SpmCommand.MoveProbe move -> position = move.target();
      case SpmCommand.BiasPulse pulse ->
          twin.pulse(
              position.x().metres(),
              position.y().metres(),
              pulse.voltage().volts(),
              pulse.duration().seconds());
      case SpmCommand.Lithography line -> write(line);
      default -> {
        return read(command);
      }
    }
    added += isOnTheTwinsClock(command) ? 0 : estimate(command).time().seconds();
    return new Reading.ProbePosition(position);
  }

  private static boolean isOnTheTwinsClock(Command command) {
    return command instanceof SpmCommand.BiasPulse || command instanceof SpmCommand.Lithography;
  }

  private void write(SpmCommand.Lithography line) {
    twin.write(
        new PfmTwin.Stroke(
            position.x().metres(),
            position.y().metres(),
            line.target().x().metres(),
            line.target().y().metres()),
        line.bias().volts(),
        line.duration(position).seconds());
    position = line.target();
  }

  private void land() {
    clearance = 0;
  }

  private void frame(SpmCommand.SetFrame set) {
    area =
        new ScanArea(
            set.center().x().metres(),
            set.center().y().metres(),
            set.width().metres(),
            set.height().metres(),
            set.angle().radians());
    raster = new Raster(set.lines(), set.pixels(), raster.lineHertz());
    position = set.center();
  }

  private Reading read(Command command) {
    return switch (command) {
      case SpmCommand.Scan scan ->
          new Reading.Scan(
              SurfacePoint.metres(area.centreXMetres(), area.centreYMetres()),
              Readings.frames(
                  twin.scan(area, raster, readOut).fields(),
                  area.widthMetres(),
                  area.heightMetres()));
      case SpmCommand.HysteresisLoop loop -> loop(loop);
      case SpmCommand.CaptureOptical capture -> captured();
      default -> new Reading.ProbePosition(position);
    };
  }

  /** A film so smooth that light sees nothing of it but dust. */
  private Reading captured() {
    added += 1;
    OpticalView.Picture picture =
        optics.picture(
            new OpticalView.Surface((x, y) -> 0, (x, y) -> 1),
            new OpticalView.Lever(
                LEVER_WIDTH, position.x().metres(), position.y().metres(), clearance));
    return new Reading.Scan(
        position,
        Readings.frames(List.of(picture.field()), picture.sideMetres(), picture.sideMetres()));
  }

  /** Off-field response against bias, as recorded loops have it. */
  private Reading loop(SpmCommand.HysteresisLoop command) {
    PfmLoop loop =
        twin.loop(
            position.x().metres(),
            position.y().metres(),
            command.biasAmplitude().volts(),
            command.steps());
    loops++;
    double[] bias = loop.biasVolts().stream().mapToDouble(volts -> volts).toArray();
    return new Reading.Loop(
        position,
        Readings.curve(
            new Axis("bias", "V", Series.of(bias)),
            new Axis("response", "m", Series.of(loop.response(Math.PI / 2)))));
  }

  @Override
  public void rest() {
    if (isEngaged()) {
      clearance = REST_CLEARANCE;
    }
  }

  @Override
  public GroundTruth truth() {
    double side = 2 * twin.halfSideMetres();
    return new GroundTruth() {
      @Override
      public List<Frame> pictures() {
        return Readings.frames(twin.truth().fields(), side, side);
      }
    };
  }
}
