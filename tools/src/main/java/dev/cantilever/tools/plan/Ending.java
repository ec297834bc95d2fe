package dev.cantilever.tools.plan;

import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunEvent.Ended;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a run is closed: as it is, or, where it was aborted, with its instruments at rest. */
record Ending(RunLog log, InstrumentRack rack) {

  /**
   * The last event of the run.
   *
   * @param failure why it could not go on, if it could not
   */
  Ended of(Plan plan, Optional<String> failure) {
    RunState state = log.refresh();
    if (state.abortRequested().isPresent()) {
      return aborted(plan, state.abortRequested().get().reason());
    }
    boolean waited = state.suspended().isPresent() && state.stopRequested().isPresent();
    if (failure.isPresent() && !waited) {
      return new Ended(RunStatus.FAILED, failure.get());
    }
    return state
        .stopRequested()
        .map(stop -> new Ended(RunStatus.STOPPED, stop.reason()))
        .orElseGet(() -> new Ended(RunStatus.COMPLETED, ""));
  }

  private Ended aborted(Plan plan, String reason) {
    List<String> restless = new ArrayList<>();
    for (InstrumentId instrument : Instruments.of(plan)) {
      boolean atRest =
          rack.comesToRest(instrument, "its run was aborted and it did not come to rest");
      log.append(Actor.RUNTIME, List.of(new RunEvent.BroughtToRest(instrument, atRest)), List.of());
      if (!atRest) {
        restless.add(instrument.value());
      }
    }
    String more =
        restless.isEmpty()
            ? ""
            : "; not at rest: %s, look at it".formatted(String.join(", ", restless));
    return new Ended(RunStatus.ABORTED, reason + more);
  }
}
