package dev.cantilever.tools.replay;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;

/** A replay has no instruments. */
final class NoBench implements Bench {

  @Override
  public List<InstrumentId> instruments() {
    return List.of();
  }

  @Override
  public Gate gate(InstrumentId instrument) {
    throw new ConnectionFailure("a replay touches no instrument");
  }
}
