package dev.cantilever.drivers.library;

import static dev.cantilever.vocabulary.command.Channel.STAGE_X;
import static dev.cantilever.vocabulary.command.Channel.STAGE_Y;

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
import dev.cantilever.vocabulary.command.LibraryCommand;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
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

/** The library twin on its stage, in the words of the vocabulary. */
final class LibrarySimulation implements Simulation {

  static final Set<Verb> VERBS =
      EnumSet.of(
          Verb.STAGE_HOME,
          Verb.STAGE_MOVE_TO,
          Verb.STAGE_MOVE_BY,
          Verb.STAGE_STOP,
          Verb.SPM_LOOP,
          Verb.RAMAN_ACQUIRE);

  private static final double HOMING = 20;
  private static final double SETTLING = 0.35;
  private static final int TRUE_ROWS = 16;
  private static final int TRUE_COLUMNS = 160;

  private final LibraryTwin twin;
  private final LibrarySettings settings;
  private SurfacePoint position = SurfacePoint.metres(0, 0);
  private boolean homed;
  private double moving;
  private long loops;

  LibrarySimulation(LibraryTwin twin, LibrarySettings settings) {
    this.twin = twin;
    this.settings = settings;
  }

  @Override
  public InstrumentState state() {
    return new InstrumentState(
        position,
        new TimeSpan(twin.elapsedSeconds() + moving),
        loops,
        Quality.GOOD,
        DeviceState.READY,
        ProbeState.NONE,
        BeamState.NONE,
        List.of(
            Readback.fresh(STAGE_X, position.x().metres()),
            Readback.fresh(STAGE_Y, position.y().metres())));
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case StageCommand.Home home -> new Cost(new TimeSpan(HOMING), new Length(0), 0);
      case StageCommand.MoveTo move -> way(move.target(), move.speed().metresPerSecond());
      case StageCommand.MoveBy move -> way(target(move), move.speed().metresPerSecond());
      case LibraryCommand.AcquireRaman raman ->
          new Cost(raman.exposure(), new Length(0), 0, raman.exposure(), new Impulse(0));
      case SpmCommand.HysteresisLoop loop ->
          new Cost(
              new TimeSpan(settings.pfm().seconds()),
              new Length(0),
              1,
              new TimeSpan(0),
              new Impulse(loop.biasAmplitude().volts() * settings.pfm().seconds()));
      default -> Cost.NONE;
    };
  }

  private Cost way(SurfacePoint target, double speed) {
    Length distance = position.distanceTo(target);
    return new Cost(new TimeSpan(SETTLING + distance.metres() / speed), distance, 0);
  }

  private SurfacePoint target(StageCommand.MoveBy move) {
    return SurfacePoint.metres(
        position.x().metres() + move.x().metres(), position.y().metres() + move.y().metres());
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    if (!VERBS.contains(command.verb())) {
      return Optional.of("this twin is a library on a stage and does not know " + command.verb());
    }
    boolean absolute = command instanceof StageCommand.MoveTo;
    if (absolute && !homed) {
      return Optional.of("the stage does not know where it stands; stage.home first");
    }
    boolean reads =
        command instanceof LibraryCommand.AcquireRaman
            || command instanceof SpmCommand.HysteresisLoop;
    return reads && !onFilm(from)
        ? Optional.of("there is no film at (%s, %s)".formatted(from.x(), from.y()))
        : Optional.empty();
  }

  private boolean onFilm(SurfacePoint at) {
    return at.x().metres() >= 0
        && at.x().metres() <= settings.spread().lengthMetres()
        && at.y().metres() >= 0
        && at.y().metres() <= settings.spread().widthMetres();
  }

  @Override
  public Reading perform(Command command) {
    double seconds = estimate(command).time().seconds();
    double u = position.x().metres();
    double v = position.y().metres();
    return switch (command) {
      case LibraryCommand.AcquireRaman raman ->
          raman(twin.raman(u, v, raman.exposure().seconds(), raman.power().watts()));
      case SpmCommand.HysteresisLoop loop -> loop(twin.pfm(u, v));
      case StageCommand.Home home -> stand(SurfacePoint.metres(0, 0), seconds);
      case StageCommand.MoveTo move -> stand(move.target(), seconds);
      case StageCommand.MoveBy move -> stand(target(move), seconds);
      default -> new Reading.ProbePosition(position);
    };
  }

  private Reading stand(SurfacePoint at, double seconds) {
    homed = homed || seconds == HOMING;
    position = at;
    moving += seconds;
    return new Reading.ProbePosition(at);
  }

  private Reading raman(RamanSpectrum spectrum) {
    return new Reading.Curves(
        position,
        List.of(
            Readings.curve(
                new Axis("Raman shift", "m^-1", Series.of(spectrum.shiftPerMetre())),
                new Axis("counts", "1", Series.of(spectrum.counts())))));
  }

  private Reading loop(LibraryLoop loop) {
    loops++;
    return new Reading.Loop(
        position,
        Readings.curve(
            new Axis("bias", "V", Series.of(loop.biasVolts())),
            new Axis("response", "m/V", Series.of(loop.response()))));
  }

  @Override
  public void rest() {
    // every move is over when its call returns
  }

  @Override
  public GroundTruth truth() {
    double length = settings.spread().lengthMetres();
    double width = settings.spread().widthMetres();
    return new GroundTruth() {
      @Override
      public List<Frame> pictures() {
        return Readings.frames(twin.truth().fields(TRUE_ROWS, TRUE_COLUMNS), length, width);
      }
    };
  }
}
