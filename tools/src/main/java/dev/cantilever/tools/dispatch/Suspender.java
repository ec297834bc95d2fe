package dev.cantilever.tools.dispatch;

import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.run.LookAgain;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a run while an interlock says that runs wait for it. Lets it go once that is well again, or
 * something came that does not pass by itself; what comes next is then judged anew.
 */
final class Suspender {

  private final RunLog log;
  private final Bench bench;
  private final Set<InstrumentId> used = new LinkedHashSet<>();

  Suspender(RunLog log, Bench bench) {
    this.log = log;
    this.bench = bench;
  }

  /** Waits for every instrument that the run has used. */
  void released() {
    List.copyOf(used).forEach(this::held);
  }

  /** Waits for one; whether there was anything to wait for. */
  boolean held(InstrumentId instrument) {
    used.add(instrument);
    Optional<String> reason = suspension(instrument);
    if (reason.isEmpty() || isEnding()) {
      return false;
    }
    log.append(Actor.RUNTIME, List.of(new RunEvent.Suspended(instrument, reason.get())), List.of());
    while (suspension(instrument).isPresent() && !isEnding()) {
      if (!LookAgain.soon()) {
        return false;
      }
    }
    if (isEnding() || !isWell(instrument)) {
      return false;
    }
    log.append(Actor.RUNTIME, List.of(new RunEvent.Recovered(instrument)), List.of());
    return true;
  }

  private boolean isEnding() {
    return log.refresh().stopRequested().isPresent();
  }

  private boolean isWell(InstrumentId instrument) {
    Gate gate = bench.gate(instrument);
    return gate.stopped().isEmpty() && gate.guard().severity().compareTo(Severity.HOLD) < 0;
  }

  private Optional<String> suspension(InstrumentId instrument) {
    try {
      return bench.instruments().contains(instrument)
          ? bench.gate(instrument).suspension()
          : Optional.empty();
    } catch (ConnectionFailure away) {
      return Optional.empty(); // the call itself says so
    }
  }
}
