package dev.cantilever.drivers.afm;

import static dev.cantilever.vocabulary.command.Channel.CLEARANCE;
import static dev.cantilever.vocabulary.command.Channel.DRIVE_AMPLITUDE;
import static dev.cantilever.vocabulary.command.Channel.FRAME_HEIGHT;
import static dev.cantilever.vocabulary.command.Channel.FRAME_WIDTH;
import static dev.cantilever.vocabulary.command.Channel.FREE_AMPLITUDE;
import static dev.cantilever.vocabulary.command.Channel.LINE_RATE;
import static dev.cantilever.vocabulary.command.Channel.SETPOINT_RATIO;

import dev.cantilever.drivers.simulation.Readings;
import dev.cantilever.drivers.simulation.Simulation;
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
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tapping-mode twin in the words of the vocabulary. */
final class AfmSimulation implements Simulation {

  static final Set<Verb> VERBS =
      EnumSet.of(
          Verb.SPM_TUNE,
          Verb.SPM_SET_DRIVE,
          Verb.SPM_SET_SETPOINT,
          Verb.SPM_SET_FEEDBACK,
          Verb.SPM_APPROACH,
          Verb.SPM_WITHDRAW,
          Verb.SPM_SET_FRAME,
          Verb.SPM_SET_RATE,
          Verb.SPM_SCAN,
          Verb.SPM_STOP_SCAN,
          Verb.SPM_MOVE_PROBE,
          Verb.SPM_FORCE_CURVE,
          Verb.SPM_READ_METERS);

  private static final double SETTLING = 0.35;
  private static final double WITHDRAWAL = 20e-6;
  private static final int CURVE_POINTS = 256;

  private final AfmTwin twin;
  private SurfacePoint position = SurfacePoint.metres(0, 0);
  private Optional<Tuned> tuned = Optional.empty();
  private double clearance = 100e-6;

  /** What the last sweep gave, and when. */
  private record Tuned(double freeAmplitudeMetres, double atSeconds) {}

  AfmSimulation(AfmTwin twin) {
    this.twin = twin;
  }

  @Override
  public InstrumentState state() {
    List<Readback> readbacks = new ArrayList<>(settings());
    tuned.ifPresent(
        known ->
            readbacks.add(
                new Readback(
                    FREE_AMPLITUDE,
                    new Length(known.freeAmplitudeMetres()),
                    new TimeSpan(twin.elapsedSeconds() - known.atSeconds()),
                    Quality.GOOD)));
    return new InstrumentState(
        position,
        new TimeSpan(twin.elapsedSeconds()),
        0,
        Quality.GOOD,
        DeviceState.READY,
        twin.isEngaged() ? ProbeState.ENGAGED : ProbeState.WITHDRAWN,
        BeamState.NONE,
        readbacks);
  }

  private List<Readback> settings() {
    AfmSettings now = twin.settings();
    return List.of(
        Readback.fresh(LINE_RATE, now.lineHertz()),
        Readback.fresh(FRAME_WIDTH, now.frame().widthMetres()),
        Readback.fresh(FRAME_HEIGHT, now.frame().heightMetres()),
        Readback.fresh(DRIVE_AMPLITUDE, now.drive().volts()),
        Readback.fresh(SETPOINT_RATIO, now.feedback().setpointRatio()),
        Readback.fresh(CLEARANCE, twin.isEngaged() ? 0 : clearance));
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case SpmCommand.Tune tune -> seconds(1.5);
      case SpmCommand.Approach approach ->
          seconds(
              Math.min(clearance, approach.maximumTravel().metres())
                      / approach.speed().metresPerSecond()
                  + 1);
      case SpmCommand.Withdraw withdraw -> seconds(2);
      case SpmCommand.Scan scan -> scan(scan);
      case SpmCommand.MoveProbe move ->
          new Cost(new TimeSpan(1), position.distanceTo(move.target()), 0);
      case SpmCommand.ForceCurve curve -> seconds(curve.count() / curve.rate().hertz() + SETTLING);
      default -> seconds(SETTLING);
    };
  }

  private Cost scan(SpmCommand.Scan scan) {
    ScanFrame frame = twin.settings().frame();
    int lines = Math.abs(last(scan) - first(scan)) + 1;
    return new Cost(
        new TimeSpan(lines / twin.settings().lineHertz() + 1.5),
        new Length(2 * lines * frame.widthMetres()),
        0);
  }

  private static Cost seconds(double seconds) {
    return new Cost(new TimeSpan(seconds), new Length(0), 0);
  }

  private int first(SpmCommand.Scan scan) {
    return Math.min(scan.firstLine(), twin.settings().frame().pixels().lines() - 1);
  }

  private int last(SpmCommand.Scan scan) {
    return Math.min(scan.lastLine(), twin.settings().frame().pixels().lines() - 1);
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    if (!VERBS.contains(command.verb())) {
      return Optional.of("this twin taps and does not know " + command.verb());
    }
    if (command instanceof SpmCommand.Approach && tuned.isEmpty()) {
      return Optional.of("the probe was not tuned since it was mounted; spm.tune first");
    }
    return Optional.empty();
  }

  @Override
  public Reading perform(Command command) {
    AfmSettings now = twin.settings();
    switch (command) {
      case SpmCommand.SetDrive set ->
          twin.configure(now.with(new Drive(set.amplitude().volts(), set.frequency().hertz())));
      case SpmCommand.SetSetpoint set ->
          twin.configure(
              now.with(
                  new Feedback(
                      set.ratio().value(),
                      now.feedback().integralPerSecond(),
                      now.feedback().proportional())));
      case SpmCommand.SetFeedback set ->
          twin.configure(
              now.with(
                  new Feedback(
                      now.feedback().setpointRatio(),
                      set.integralGain().hertz(),
                      set.proportionalGain().value())));
      case SpmCommand.SetRate set -> twin.configure(now.atLineHertz(set.lineRate().hertz()));
      case SpmCommand.SetFrame set -> frame(now, set);
      case SpmCommand.Withdraw withdraw -> withdraw(withdraw.distance().metres());
      case SpmCommand.MoveProbe move -> {
        twin.moveTo(move.target().x().metres(), move.target().y().metres());
        position = move.target();
      }
      default -> {
        return read(command);
      }
    }
    return new Reading.ProbePosition(position);
  }

  private void frame(AfmSettings now, SpmCommand.SetFrame set) {
    twin.configure(
        now.with(
            new ScanFrame(
                set.center().x().metres(),
                set.center().y().metres(),
                set.width().metres(),
                set.height().metres(),
                set.angle().radians(),
                new ScanFrame.Pixels(set.pixels(), set.lines()))));
    position = set.center();
  }

  private void withdraw(double metres) {
    clearance = (twin.isEngaged() ? 0 : clearance) + metres;
    twin.withdraw(metres);
  }

  private Reading read(Command command) {
    return switch (command) {
      case SpmCommand.Tune tune -> curves(tune(tune));
      case SpmCommand.Approach approach -> {
        Engagement engaged =
            twin.approach(approach.maximumTravel().metres(), approach.speed().metresPerSecond());
        clearance = engaged.contact() ? 0 : clearance - engaged.travelMetres();
        yield new Reading.ProbePosition(position);
      }
      case SpmCommand.Scan scan -> scanned(scan);
      case SpmCommand.ForceCurve curve -> curves(forceCurve(curve));
      default -> new Reading.ProbePosition(position);
    };
  }

  private Reading curves(Spectrum curve) {
    return new Reading.Curves(position, List.of(curve));
  }

  private Spectrum tune(SpmCommand.Tune command) {
    Tune tune =
        twin.tune(
            new TuneSweep(command.center().hertz(), command.width().hertz(), command.points()));
    if (tune.isResolved()) {
      double volts = twin.settings().drive().volts();
      tuned = Optional.of(new Tuned(tune.gainMetresPerVolt() * volts, twin.elapsedSeconds()));
      twin.configure(twin.settings().with(new Drive(volts, tune.resonanceHertz())));
    }
    Axis sweep = Readings.axis("frequency", "Hz", tune.curve(), Tune.Point::hertz);
    return Readings.curve(
        sweep, Readings.axis("amplitude", "m", tune.curve(), Tune.Point::amplitudeMetres));
  }

  private Spectrum forceCurve(SpmCommand.ForceCurve command) {
    ForceCurve curve =
        twin.forceCurve(
            new ForceCurve.Request(
                command.trigger().newtons(),
                command.range().metres(),
                command.rate().hertz(),
                CURVE_POINTS));
    List<ForceCurve.Point> both = new ArrayList<>(curve.extend());
    both.addAll(curve.retract());
    return Readings.curve(
        Readings.axis("z", "m", both, ForceCurve.Point::zMetres),
        Readings.axis("force", "N", both, ForceCurve.Point::forceNewtons));
  }

  private Reading scanned(SpmCommand.Scan command) {
    AfmScan scan = twin.scan(first(command), last(command));
    ScanFrame frame = twin.settings().frame();
    double lines = Math.abs(scan.lastLine() - scan.firstLine()) + 1;
    double height = frame.heightMetres() * lines / frame.pixels().lines();
    List<Frame> frames = Readings.frames(scan.fields(), frame.widthMetres(), height);
    return new Reading.Scan(
        SurfacePoint.metres(frame.centreXMetres(), frame.centreYMetres()), frames);
  }

  @Override
  public void rest() {
    if (twin.isEngaged()) {
      withdraw(WITHDRAWAL);
    }
  }

  @Override
  public GroundTruth truth() {
    ScanFrame frame = twin.settings().frame();
    AfmTruth truth = twin.truth();
    return new GroundTruth() {
      @Override
      public List<Frame> pictures() {
        return Readings.frames(
            List.of(truth.height(frame), truth.material(frame)),
            frame.widthMetres(),
            frame.heightMetres());
      }
    };
  }
}
