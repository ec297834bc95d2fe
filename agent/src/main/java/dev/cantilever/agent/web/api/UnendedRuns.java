package dev.cantilever.agent.web.api;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.Instruments;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs that have begun and not ended, whichever process they are in, or were. */
final class UnendedRuns {

  private final Home home;
  private final Set<RunId> ended = ConcurrentHashMap.newKeySet();

  UnendedRuns(Home home) {
    this.home = home;
  }

  /** Those whose plan acts on an instrument, oldest first. */
  Map<RunId, RunState> on(InstrumentId instrument) {
    Map<RunId, RunState> found = new LinkedHashMap<>();
    for (RunId run : home.folders()) {
      if (!ended.contains(run) && !isOver(run)) {
        home.find(run)
            .filter(state -> state.ended().isEmpty() && acts(state, instrument))
            .ifPresent(state -> found.put(run, state));
      }
    }
    return found;
  }

  private boolean isOver(RunId run) {
    boolean isOver = home.isSealed(run);
    if (isOver) {
      ended.add(run); // for good
    }
    return isOver;
  }

  private static boolean acts(RunState state, InstrumentId instrument) {
    return state
        .opened()
        .filter(opened -> Instruments.of(opened.plan()).contains(instrument))
        .isPresent();
  }
}
