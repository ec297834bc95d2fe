package dev.cantilever.drivers.afm;

import static dev.cantilever.vocabulary.command.Channel.CLEARANCE;
import static dev.cantilever.vocabulary.command.Channel.CONTACT_FORCE;
import static dev.cantilever.vocabulary.command.Channel.DRIVE_AMPLITUDE;
import static dev.cantilever.vocabulary.command.Channel.FRAME_HEIGHT;
import static dev.cantilever.vocabulary.command.Channel.FRAME_WIDTH;
import static dev.cantilever.vocabulary.command.Channel.FREE_AMPLITUDE;
import static dev.cantilever.vocabulary.command.Channel.LIFT_HEIGHT;
import static dev.cantilever.vocabulary.command.Channel.LINE_RATE;
import static dev.cantilever.vocabulary.command.Channel.SETPOINT_RATIO;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.simulation.Readings;
import dev.cantilever.drivers.simulation.Simulation;
import dev.cantilever.drivers.twin.OpticalView;
import dev.cantilever.drivers.twin.Require;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SpmCommand.SpmMode;
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

/** The twin in the words of the vocabulary. */
final class AfmSimulation implements Simulation {

  static final Set<Verb> VERBS =
      EnumSet.of(
          Verb.SPM_SET_MODE,
          Verb.SPM_TUNE,
          Verb.SPM_SET_DRIVE,
          Verb.SPM_SET_SETPOINT,
          Verb.SPM_SET_FORCE,
          Verb.SPM_SET_LIFT,
          Verb.SPM_SET_FEEDBACK,
          Verb.SPM_ZERO_DETECTOR,
          Verb.SPM_APPROACH,
          Verb.SPM_WITHDRAW,
          Verb.SPM_SET_FRAME,
          Verb.SPM_SET_RATE,
          Verb.SPM_SCAN,
          Verb.SPM_STOP_SCAN,
          Verb.SPM_MOVE_PROBE,
          Verb.SPM_FORCE_CURVE,
          Verb.SPM_READ_METERS,
          Verb.SPM_CAPTURE_OPTICAL,
          Verb.SPM_EXCHANGE_PROBE);

  private static final Set<SpmMode> MODES =
      EnumSet.of(SpmMode.TAPPING, SpmMode.MAGNETIC, SpmMode.CONTACT);

  private static final double WITHDRAWAL = 20e-6;
  private static final int CURVE_POINTS = 256;

  private final AfmTwin twin;
  private final Probe spare;
  private SurfacePoint position = SurfacePoint.metres(0, 0);
  private Optional<Tuned> tuned = Optional.empty();
  private boolean zeroed = true;
  private SpmMode mode = SpmMode.TAPPING;
  private double lift = 50e-9;
  private double load = 10e-9;

  /** What the last sweep gave, and when. */
  private record Tuned(double freeAmplitudeMetres, double atSeconds) {}

  AfmSimulation(AfmTwin twin, Probe spare) {
    this.twin = twin;
    this.spare = spare;
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
        probe(),
        BeamState.NONE,
        readbacks);
  }

  private ProbeState probe() {
    return twin.isEngaged()
        ? ProbeState.ENGAGED
        : twin.isParked() ? ProbeState.PARKED : ProbeState.WITHDRAWN;
  }

  private List<Readback> settings() {
    AfmSettings now = twin.settings();
    return List.of(
        Readback.fresh(LINE_RATE, now.lineHertz()),
        Readback.fresh(FRAME_WIDTH, now.frame().widthMetres()),
        Readback.fresh(FRAME_HEIGHT, now.frame().heightMetres()),
        Readback.fresh(DRIVE_AMPLITUDE, now.drive().volts()),
        Readback.fresh(SETPOINT_RATIO, now.feedback().setpointRatio()),
        Readback.fresh(LIFT_HEIGHT, lift),
        Readback.fresh(CONTACT_FORCE, load),
        Readback.fresh(CLEARANCE, twin.gapMetres()));
  }

  @Override
  public Cost estimate(Command command) {
    return new Prices(twin, position, mode == SpmMode.MAGNETIC).of(command);
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    if (!VERBS.contains(command.verb())) {
      return Optional.of("this twin taps and does not know " + command.verb());
    }
    return switch (command) {
      case SpmCommand.Approach approach -> notReady();
      case SpmCommand.SetMode set ->
          MODES.contains(set.mode())
              ? Optional.empty()
              : Optional.of(
                  "this twin taps, with a magnetic pass or without, or scans in contact, not "
                      + set.mode());
      default -> Optional.empty();
    };
  }

  /** Why a probe that was just mounted must not be approached yet. */
  private Optional<String> notReady() {
    if (!zeroed) {
      return Optional.of(
          "the detector was not zeroed since the probe was mounted; spm.zero_detector first");
    }
    return tuned.isEmpty()
        ? Optional.of("the probe was not tuned since it was mounted; spm.tune first")
        : Optional.empty();
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
      case SpmCommand.SetMode set -> {
        twin.rest(Prices.MODE_SECONDS);
        mode = set.mode();
      }
      case SpmCommand.ZeroDetector zero -> {
        twin.rest(Prices.ZEROING_SECONDS);
        zeroed = true;
      }
      case SpmCommand.SetForce set ->
          load = Require.inside("load in N", set.force().newtons(), 0, 5e-6);
      case SpmCommand.SetLift set ->
          lift = Require.inside("lift height in m", set.height().metres(), 1e-9, 1e-6);
      case SpmCommand.ExchangeProbe exchange -> exchange();
      case SpmCommand.SetRate set -> twin.configure(now.atLineHertz(set.lineRate().hertz()));
      case SpmCommand.SetFrame set -> frame(now, set);
      case SpmCommand.Withdraw withdraw -> twin.withdraw(withdraw.distance().metres());
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

  /** What was known of the old probe does not hold of the new one. */
  private void exchange() {
    twin.exchangeProbe(spare);
    tuned = Optional.empty();
    zeroed = false;
  }

  private Reading read(Command command) {
    return switch (command) {
      case SpmCommand.Tune tune -> curves(tune(tune));
      case SpmCommand.Approach approach -> {
        twin.approach(approach.maximumTravel().metres(), approach.speed().metresPerSecond());
        yield new Reading.ProbePosition(position);
      }
      case SpmCommand.Scan scan -> scanned(scan);
      case SpmCommand.CaptureOptical capture -> captured();
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
    Passing passing =
        switch (mode) {
          case MAGNETIC -> new Passing.Lifted(lift);
          case CONTACT -> new Passing.Pressed(load);
          default -> new Passing.Tapping();
        };
    AfmScan scan =
        twin.scan(
            Prices.line(command.firstLine(), twin), Prices.line(command.lastLine(), twin), passing);
    ScanFrame frame = twin.settings().frame();
    double lines = Math.abs(scan.lastLine() - scan.firstLine()) + 1;
    double height = frame.heightMetres() * lines / frame.pixels().lines();
    List<Frame> frames = Readings.frames(scan.fields(), frame.widthMetres(), height);
    return new Reading.Scan(
        SurfacePoint.metres(frame.centreXMetres(), frame.centreYMetres()), frames);
  }

  private Reading captured() {
    OpticalView.Picture picture = twin.capture(position.x().metres(), position.y().metres());
    return new Reading.Scan(
        position,
        Readings.frames(List.of(picture.field()), picture.sideMetres(), picture.sideMetres()));
  }

  @Override
  public void rest() {
    if (twin.isEngaged()) {
      twin.withdraw(WITHDRAWAL);
    }
  }

  @Override
  public GroundTruth truth() {
    ScanFrame frame = twin.settings().frame();
    AfmTruth truth = twin.truth();
    return new GroundTruth() {
      @Override
      public List<Frame> pictures() {
        List<Field> fields = new ArrayList<>(List.of(truth.height(frame), truth.material(frame)));
        truth.magnetisation(frame).ifPresent(fields::add);
        return Readings.frames(fields, frame.widthMetres(), frame.heightMetres());
      }
    };
  }
}
