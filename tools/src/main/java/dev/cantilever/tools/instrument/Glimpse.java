package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.interlock.Cause;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import java.util.List;

/**
 * What an instrument that somebody here has says of itself, without being disturbed.
 *
 * @param causes why it is held
 * @param spent since it was connected
 */
public record Glimpse(
    InstrumentDescription description, InstrumentState state, List<Cause> causes, Cost spent) {

  public Glimpse {
    causes = List.copyOf(causes);
  }

  static Glimpse through(Gate gate) {
    return new Glimpse(gate.describe(), gate.seen(), gate.guard().causes(), gate.spent());
  }
}
