package dev.cantilever.drivers.simulation;

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
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A simulation behind the port: every command is written to the ledger, then carried out. */
public final class TwinDriver implements Driver {

  private final InstrumentDescription description;
  private final Simulation simulation;
  private final DeviceLedger<Command> ledger;
  private final Map<String, Reading> readings = new HashMap<>();
  private volatile InstrumentState seen;

  /** Brings the simulation to where the ledger says that it was left. */
  public TwinDriver(
      InstrumentDescription description, Simulation simulation, DeviceLedger<Command> ledger) {
    this.description = description;
    this.simulation = simulation;
    this.ledger = ledger;
    ledger.deeds().forEach(deed -> readings.put(deed.key(), perform(deed.particulars())));
    seen = simulation.state();
  }

  @Override
  public InstrumentDescription describe() {
    return description;
  }

  @Override
  public InstrumentState state() {
    seen = simulation.state();
    return seen;
  }

  @Override
  public InstrumentState watch() {
    return seen;
  }

  @Override
  public Cost estimate(Command command) {
    return simulation.estimate(command);
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return simulation.cannot(command, from);
  }

  @Override
  public Outcome execute(Permit permit) {
    try {
      Command command = permit.redeem();
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
    seen = simulation.state();
    return reading;
  }

  @Override
  public Recollection recall(CommandKey key) {
    return ledger
        .find(key.toString())
        .<Recollection>map(
            deed ->
                new Recollection.Done(readings.get(key.toString()), new TimeSpan(deed.seconds())))
        .orElseGet(Recollection.NeverArrived::new);
  }

  @Override
  public void stop() {
    simulation.rest();
    seen = simulation.state();
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
