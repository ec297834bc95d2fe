package dev.cantilever.tools.tool;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;
import java.util.Optional;

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

  /**
   * What the operator states that the sample of an instrument is made of where: the content of a
   * table; empty where none is laid beside its envelope.
   */
  default Optional<byte[]> composition(InstrumentId instrument) {
    return Optional.empty();
  }
}
