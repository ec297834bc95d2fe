package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.ledger.Deed;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.StemCommand.PlaceBeam;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A microscope that replays a recorded grid. Positioning is part of the time per site, as in the
 * published time model of such data, so moves take no time of their own.
 */
final class ReplayDriver implements Driver {

  private final InstrumentDescription description;
  private final Recording recording;
  private final RecordedTimes times;
  private final ReplayLimits limits;
  private final DeviceLedger<SurfacePoint> ledger;
  private final BeamState beam;
  private SurfacePoint position = SurfacePoint.metres(0, 0);
  private double elapsedSeconds;
  private long loops;

  ReplayDriver(
      InstrumentDescription description,
      Recording recording,
      RecordedTimes times,
      DeviceLedger<SurfacePoint> ledger) {
    this.description = description;
    this.recording = recording;
    this.times = times;
    this.limits = new ReplayLimits(description.instrument(), recording, times);
    this.ledger = ledger;
    this.beam = recording.hasBeam() ? BeamState.BLANKED : BeamState.NONE;
    ledger.deeds().forEach(this::account);
  }

  @Override
  public InstrumentDescription describe() {
    return description;
  }

  @Override
  public synchronized InstrumentState state() {
    return new InstrumentState(
        position,
        new TimeSpan(elapsedSeconds),
        loops,
        Quality.GOOD,
        DeviceState.READY,
        ProbeState.NONE,
        beam,
        readbacks());
  }

  /** A probe that scanned the whole in its time had this speed. */
  private List<Readback> readbacks() {
    List<Frame> scan = recording.pictures(Verb.SPM_SCAN);
    return scan.isEmpty()
        ? List.of()
        : List.of(
            Readback.fresh(Channel.FRAME_WIDTH, scan.getFirst().width().metres()),
            Readback.fresh(Channel.LINE_RATE, scan.getFirst().rows() / times.scan().seconds()));
  }

  @Override
  public Cost estimate(Command command) {
    Verb verb = command.verb();
    TimeSpan time = times.of(recording, verb);
    Length travel = target(command).map(position::distanceTo).orElse(new Length(0));
    return recording.hasBeam()
        ? new Cost(time, travel, 0, time, Cost.NONE.impulse())
        : new Cost(time, travel, verb == Verb.SPM_LOOP ? 1 : 0);
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return limits.cannot(command, from);
  }

  @Override
  public Outcome execute(Permit permit) {
    try {
      Command command = permit.redeem();
      permit.lastLook(new CommandText().write(command));
      double seconds = estimate(command).time().seconds();
      Deed<SurfacePoint> deed =
          new Deed<>(
              permit.key().toString(),
              command.verb().word(),
              target(command).orElse(position),
              seconds);
      ledger.write(deed);
      account(deed);
      return new Outcome.Completed(reading(deed), new TimeSpan(seconds));
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (ConnectionFailure unwritten) {
      return new Outcome.Unknown(unwritten.getMessage());
    }
  }

  private static Optional<SurfacePoint> target(Command command) {
    return switch (command) {
      case MoveProbe move -> Optional.of(move.target());
      case PlaceBeam place -> Optional.of(place.target());
      default -> Optional.empty();
    };
  }

  @Override
  public Recollection recall(CommandKey key) {
    return ledger
        .find(key.toString())
        .<Recollection>map(
            deed -> new Recollection.Done(reading(deed), new TimeSpan(deed.seconds())))
        .orElseGet(Recollection.NeverArrived::new);
  }

  @Override
  public void stop() {
    // A replay has nothing in motion: every command is over when its call returns.
  }

  @Override
  public Optional<GroundTruth> truth() {
    return Optional.of(recording);
  }

  @Override
  public void close() {
    ledger.close();
  }

  private synchronized void account(Deed<SurfacePoint> deed) {
    position = deed.particulars();
    elapsedSeconds += deed.seconds();
    loops += verb(deed) == Verb.SPM_LOOP ? 1 : 0;
  }

  /** What a deed read: verb and place are all on which it depends. */
  private Reading reading(Deed<SurfacePoint> deed) {
    SurfacePoint at = deed.particulars();
    Verb verb = verb(deed);
    Optional<Curves> curves = recording.curves(verb);
    if (curves.isPresent()) {
      int site = recording.sites().nearest(at);
      return verb == Verb.SPM_LOOP
          ? new Reading.Loop(at, curves.get().spectrum(0, site))
          : new Reading.Curves(at, curves.get().at(site));
    }
    return recording.pictures(verb).isEmpty()
        ? new Reading.ProbePosition(at)
        : new Reading.Scan(recording.middle(), recording.pictures(verb));
  }

  private static Verb verb(Deed<SurfacePoint> deed) {
    return Arrays.stream(Verb.values())
        .filter(verb -> verb.word().equals(deed.verb()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no verb is called \"" + deed.verb() + "\""));
  }
}
