package dev.cantilever.tools.tool;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;

/** The instruments of this installation, each behind its gate. */
public interface Bench {

  /** Names of all instruments, in alphabetical order. */
  List<InstrumentId> instruments();

  /**
   * The door to one instrument.
   *
   * @throws dev.cantilever.kernel.port.ConnectionFailure where it is unknown or cannot be connected
   */
  Gate gate(InstrumentId instrument);
}
