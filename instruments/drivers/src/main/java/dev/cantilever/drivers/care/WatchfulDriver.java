package dev.cantilever.drivers.care;

import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.Outcome;

/**
 * A driver whose readings are looked at before anybody believes them. A reading of another kind
 * than its verb asks for makes the outcome unknown; one that repeats bits or stands at a rail loses
 * its quality, and the fifth repetition in a row makes the outcome unknown. Not for drivers that
 * replay recorded data, which repeat themselves rightly.
 */
public final class WatchfulDriver extends ForwardingDriver {

  private final Plausibility plausibility = new Plausibility();

  public WatchfulDriver(Driver inner) {
    super(inner);
  }

  @Override
  public Outcome execute(Permit permit) {
    Outcome outcome = super.execute(permit);
    return outcome instanceof Outcome.Completed done
        ? plausibility.judged(permit.verb(), done)
        : outcome;
  }
}
