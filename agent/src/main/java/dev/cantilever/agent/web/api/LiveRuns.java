package dev.cantilever.agent.web.api;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.plan.Spent;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.EventCodec;
import dev.cantilever.tools.run.FollowedRun;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs at which pages look, so that each look reads only what is new. */
final class LiveRuns {

  private static final int MOST = 16;

  private final Home home;
  private final Map<RunId, Live> runs =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Live> eldest) {
          return size() > MOST;
        }
      };

  LiveRuns(Home home) {
    this.home = home;
  }

  /**
   * What a run has come to; only to look at while nobody else does.
   *
   * @param spent what its calls have used up, by instrument
   * @param readings calls of verbs that have brought something, in order
   */
  record Sight(RunState state, Map<InstrumentId, Cost> spent, List<CallId> readings) {}

  /** One run with what is counted on the way. */
  private static final class Live {

    private final Spent spent = new Spent();
    private final List<CallId> readings = new ArrayList<>();
    private final FollowedRun run;

    Live(Home home, RunId id) {
      this.run = new FollowedRun(() -> home.tail(id), this::ended);
    }

    private void ended(CallState call) {
      spent.add(call);
      if (VerbTool.isVerb(call.tool()) && call.result().isPresent()) {
        readings.add(call.call());
      }
    }

    <T> T look(Function<Sight, T> look) {
      return run.look(
          state ->
              look.apply(new Sight(state, spent.costs(), Collections.unmodifiableList(readings))));
    }
  }

  /** What {@code look} finds; empty where no such run has begun or it cannot be read. */
  <T> Optional<T> look(RunId id, Function<Sight, T> look) {
    if (!home.exists(id)) {
      return Optional.empty();
    }
    Live live;
    synchronized (runs) {
      live = runs.computeIfAbsent(id, one -> new Live(home, one));
    }
    try {
      return live.look(
          sight ->
              sight.state().opened().isPresent()
                  ? Optional.of(look.apply(sight))
                  : Optional.empty());
    } catch (JournalFailure | EventCodec.UnreadableEvent unreadable) {
      synchronized (runs) {
        runs.remove(id); // half taken in; the next look begins anew
      }
      return Optional.empty();
    }
  }
}
