package dev.cantilever.drivers.simulation;

import dev.cantilever.drivers.care.RegisteringDriver;
import dev.cantilever.drivers.care.WatchfulDriver;
import dev.cantilever.drivers.drift.DriftRule;
import dev.cantilever.drivers.ledger.Deed;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A simulation behind the port: every command is written to the ledger, then carried out. A stop
 * that comes while one is carried out takes effect when it ends.
 */
public final class TwinDriver implements Driver {

  private final InstrumentDescription description;
  private final Simulation simulation;
  private final DeviceLedger<Command> ledger;
  private final Map<String, Reading> readings = new HashMap<>();
  private final ReentrantLock simulating = new ReentrantLock();
  private volatile InstrumentState seen;
  private volatile boolean mustRest;

  /** Brings the simulation to where the ledger says that it was left. */
  TwinDriver(
      InstrumentDescription description, Simulation simulation, DeviceLedger<Command> ledger) {
    this.description = description;
    this.simulation = simulation;
    this.ledger = ledger;
    ledger.deeds().forEach(deed -> readings.put(deed.key(), perform(deed.particulars())));
    seen = simulation.state();
  }

  /** With its ledger in the folder of the instrument, and with its readings looked at. */
  public static Driver connected(
      DriverSetup setup, InstrumentDescription description, Simulation simulation) {
    DeviceLedger<Command> ledger =
        DeviceLedger.open(setup.directory().resolve("ledger.tsv"), new CommandText());
    Driver watched = new WatchfulDriver(new TwinDriver(description, simulation, ledger));
    return scans(description) ? new RegisteringDriver(watched, DriftRule.typical()) : watched;
  }

  private static boolean scans(InstrumentDescription description) {
    return description.offer() instanceof Offer.Verbs offer
        && (offer.verbs().contains(Verb.SPM_SCAN) || offer.verbs().contains(Verb.STEM_SCAN));
  }

  @Override
  public InstrumentDescription describe() {
    return description;
  }

  @Override
  public InstrumentState state() {
    return alone(this::look);
  }

  @Override
  public InstrumentState watch() {
    return seen;
  }

  /** A simulation knows where it stands. */
  @Override
  public Length positionTolerance() {
    return new Length(1e-12);
  }

  @Override
  public Cost estimate(Command command) {
    return alone(() -> simulation.estimate(command));
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return alone(() -> simulation.cannot(command, from));
  }

  @Override
  public Outcome execute(Permit permit) {
    return alone(() -> carriedOut(permit));
  }

  private Outcome carriedOut(Permit permit) {
    try {
      Command command = permit.redeem();
      permit.lastLook(new CommandText().write(command));
      TimeSpan duration = simulation.estimate(command).time();
      String key = permit.key().toString();
      ledger.write(new Deed<>(key, command.verb().word(), command, duration.seconds()));
      Reading reading = perform(command);
      readings.put(key, reading);
      return new Outcome.Completed(reading, duration);
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (ConnectionFailure unwritten) {
      return new Outcome.Unknown(unwritten.getMessage());
    }
  }

  private Reading perform(Command command) {
    Reading reading = simulation.perform(command);
    look();
    return reading;
  }

  private InstrumentState look() {
    seen = simulation.state();
    return seen;
  }

  private <T> T alone(Supplier<T> work) {
    simulating.lock();
    try {
      return work.get();
    } finally {
      simulating.unlock();
      restWherePossible();
    }
  }

  private void restWherePossible() {
    while (mustRest && simulating.tryLock()) {
      try {
        mustRest = false;
        simulation.rest();
        look();
      } finally {
        simulating.unlock();
      }
    }
  }

  @Override
  public Recollection recall(CommandKey key) {
    return alone(() -> recalled(key));
  }

  private Recollection recalled(CommandKey key) {
    return ledger
        .find(key.toString())
        .<Recollection>map(
            deed ->
                new Recollection.Done(readings.get(key.toString()), new TimeSpan(deed.seconds())))
        .orElseGet(Recollection.NeverArrived::new);
  }

  @Override
  public void stop() {
    mustRest = true;
    restWherePossible();
  }

  @Override
  public Optional<GroundTruth> truth() {
    return Optional.of(simulation.truth());
  }

  @Override
  public void close() {
    ledger.close();
  }
}
