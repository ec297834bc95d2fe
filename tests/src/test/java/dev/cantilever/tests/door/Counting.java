package dev.cantilever.tests.door;

import dev.cantilever.drivers.care.ForwardingDriver;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.CommandKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A driver that stays open, and counts what reaches it and how often it was stopped. */
final class Counting extends ForwardingDriver {

  final AtomicInteger stops = new AtomicInteger();
  final List<CommandKey> reached = new CopyOnWriteArrayList<>();
  volatile long stoppedNanos; // of the first stop

  /** What happens to what the watchdog reads. */
  volatile UnaryOperator<InstrumentState> seen = state -> state;

  Counting(Driver inner) {
    super(inner);
  }

  @Override
  public InstrumentState watch() {
    return seen.apply(super.watch());
  }

  @Override
  public Outcome execute(Permit permit) {
    reached.add(permit.key());
    return super.execute(permit);
  }

  @Override
  public void stop() {
    super.stop();
    stoppedNanos = stops.get() == 0 ? System.nanoTime() : stoppedNanos;
    stops.incrementAndGet();
  }

  @Override
  public void close() {
    // the twin goes on to the next trial
  }
}
