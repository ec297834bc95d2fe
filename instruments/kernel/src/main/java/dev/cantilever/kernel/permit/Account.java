package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.dose.DoseMap;
import dev.cantilever.kernel.dose.DoseRecord;
import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.Command;
import java.util.Optional;

/** What a run has used up, and what its sample has got. */
final class Account {

  private final Optional<DoseMap> doses;
  private Cost spent = Cost.NONE;

  Account(EnvelopeStatus envelope, DoseRecord record) {
    doses =
        envelope instanceof EnvelopeStatus.Loaded loaded
            ? loaded.envelope().dose().map(limit -> new DoseMap(limit, record))
            : Optional.empty();
  }

  Cost spent() {
    return spent;
  }

  void add(Cost cost) {
    spent = spent.plus(cost);
  }

  /** Why the sample must not get what a command would give it. */
  Optional<String> objection(Command command, InstrumentState state, Cost estimate) {
    return doses.flatMap(map -> map.objection(command, state, estimate));
  }

  /** Debits a command before it acts; run what comes back where it is proved that nothing did. */
  Runnable debit(Command command, InstrumentState state, Cost estimate) {
    Cost before = spent;
    add(estimate);
    Optional<Exposed> exposed = doses.flatMap(map -> map.debit(command, state, estimate));
    return () -> {
      spent = before;
      exposed.ifPresent(nothing -> doses.orElseThrow().giveBack(nothing));
    };
  }
}
