package dev.cantilever.drivers.care;

import dev.cantilever.kernel.permit.Permit;
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
import dev.cantilever.vocabulary.quantity.Length;
import java.util.Optional;

/** Hands everything on to another driver; what wraps a driver overrides the rest. */
public abstract class ForwardingDriver implements Driver {

  private final Driver inner;

  protected ForwardingDriver(Driver inner) {
    this.inner = inner;
  }

  @Override
  public InstrumentDescription describe() {
    return inner.describe();
  }

  @Override
  public InstrumentState state() {
    return inner.state();
  }

  @Override
  public InstrumentState watch() {
    return inner.watch();
  }

  @Override
  public Length positionTolerance() {
    return inner.positionTolerance();
  }

  @Override
  public Cost estimate(Command command) {
    return inner.estimate(command);
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return inner.cannot(command, from);
  }

  @Override
  public Outcome execute(Permit permit) {
    return inner.execute(permit);
  }

  @Override
  public Recollection recall(CommandKey key) {
    return inner.recall(key);
  }

  @Override
  public void stop() {
    inner.stop();
  }

  @Override
  public void acknowledge(String person, String reason) {
    inner.acknowledge(person, reason);
  }

  @Override
  public Optional<GroundTruth> truth() {
    return inner.truth();
  }

  @Override
  public void close() {
    inner.close();
  }
}
