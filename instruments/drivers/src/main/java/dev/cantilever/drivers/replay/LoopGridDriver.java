package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.ledger.Deed;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Optional;

/**
 * A piezoresponse force microscope that replays a recorded grid of hysteresis loops. Positioning is
 * part of the time per site, as in the published time model, so moves take no time of their own.
 */
final class LoopGridDriver implements Driver {

  /** A probe further from a site than this fraction of the pitch did not stand on it. */
  private static final double SITE_TOLERANCE = 0.01;

  private final InstrumentDescription description;
  private final LoopGrid data;
  private final DeviceLedger<SurfacePoint> ledger;
  private SurfacePoint position = SurfacePoint.metres(0, 0);
  private double elapsedSeconds;
  private long loops;

  LoopGridDriver(
      InstrumentDescription description, LoopGrid data, DeviceLedger<SurfacePoint> ledger) {
    this.description = description;
    this.data = data;
    this.ledger = ledger;
    ledger.deeds().forEach(this::account);
  }

  @Override
  public InstrumentDescription describe() {
    return description;
  }

  @Override
  public InstrumentState state() {
    return new InstrumentState(position, new TimeSpan(elapsedSeconds), loops, Quality.GOOD);
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case MoveProbe move -> new Cost(new TimeSpan(0), position.distanceTo(move.target()), 0);
      case HysteresisLoop loop ->
          new Cost(description.loops().orElseThrow().timePerSite(), new Length(0), 1);
      case Command other -> Cost.NONE;
    };
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return switch (command) {
      case MoveProbe move -> Optional.empty();
      case HysteresisLoop loop -> notRecorded(loop).or(() -> notOnSite(from));
      case Command other ->
          Optional.of(
              "%s takes loops at sites and does not know %s; use instrument.move and instrument.acquire"
                  .formatted(description.instrument(), other.verb()));
    };
  }

  @Override
  public Outcome execute(Permit permit) {
    try {
      Command command = permit.redeem();
      double seconds = estimate(command).time().seconds();
      SurfacePoint at = command instanceof MoveProbe move ? move.target() : position;
      Deed<SurfacePoint> deed =
          new Deed<>(permit.key().toString(), command.verb().word(), at, seconds);
      ledger.write(deed);
      account(deed);
      return new Outcome.Completed(reading(deed), new TimeSpan(seconds));
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (ConnectionFailure unwritten) {
      return new Outcome.Unknown(unwritten.getMessage());
    }
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
    return Optional.of(data);
  }

  @Override
  public void close() {
    ledger.close();
  }

  private void account(Deed<SurfacePoint> deed) {
    position = deed.particulars();
    elapsedSeconds += deed.seconds();
    loops += isLoop(deed) ? 1 : 0;
  }

  private Reading reading(Deed<SurfacePoint> deed) {
    return isLoop(deed)
        ? new Reading.Loop(
            deed.particulars(), data.spectrum(data.sites().nearest(deed.particulars())))
        : new Reading.ProbePosition(deed.particulars());
  }

  private static boolean isLoop(Deed<SurfacePoint> deed) {
    return deed.verb().equals("spm.loop");
  }

  private Optional<String> notRecorded(HysteresisLoop loop) {
    double recorded = data.biasAmplitudeVolts();
    boolean asRecorded = loop.biasAmplitude().volts() == recorded && loop.steps() == data.steps();
    return asRecorded
        ? Optional.empty()
        : Optional.of(
            "%s replays recorded data, which hold loops of %s V in %d steps only, not %s in %d steps; ask for those"
                .formatted(
                    description.instrument(),
                    recorded,
                    data.steps(),
                    loop.biasAmplitude(),
                    loop.steps()));
  }

  private Optional<String> notOnSite(SurfacePoint from) {
    int nearest = data.sites().nearest(from);
    double pitch =
        Math.min(
            data.sites().width().metres() / (data.sites().columns() - 1),
            data.sites().height().metres() / (data.sites().rows() - 1));
    double distance = from.distanceTo(data.sites().point(nearest)).metres();
    return distance <= SITE_TOLERANCE * pitch
        ? Optional.empty()
        : Optional.of(
            "the probe stands at (%s, %s), %s from the nearest recorded site; move to (%s, %s) first"
                .formatted(
                    from.x(),
                    from.y(),
                    new Length(distance),
                    data.sites().point(nearest).x(),
                    data.sites().point(nearest).y()));
  }
}
