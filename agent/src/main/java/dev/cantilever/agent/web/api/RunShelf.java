package dev.cantilever.agent.web.api;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.OpenQuestion;
import dev.cantilever.tools.report.RunFacts;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line for every run. Those of sealed runs are kept, for they never change. */
final class RunShelf {

  private static final int MOST = 10_000;

  private final Home home;
  private final Map<RunId, Line> sealed =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Line> eldest) {
          return size() > MOST;
        }
      };

  RunShelf(Home home) {
    this.home = home;
  }

  /**
   * A run in one line.
   *
   * @param status {@code completed}, {@code stopped}, {@code failed} or {@code unfinished}
   * @param pool number of sites or conditions; 0 where there was no campaign
   * @param question for whose answer it waits
   */
  public record Line(
      RunId run,
      String goal,
      String planHash,
      String status,
      int measured,
      int pool,
      long refused,
      Optional<String> question) {}

  /** Runs that have begun, newest first, of those before {@code before}, at most so many. */
  List<Line> newest(Optional<RunId> before, int most) {
    List<RunId> runs = home.folders().reversed();
    int start = before.map(run -> runs.indexOf(run) + 1).orElse(0);
    return runs.stream().skip(start).flatMap(run -> line(run).stream()).limit(most).toList();
  }

  /** Of one run, if it has begun. */
  Optional<Line> line(RunId run) {
    synchronized (sealed) {
      Line kept = sealed.get(run);
      if (kept != null) {
        return Optional.of(kept);
      }
    }
    boolean forGood = home.isSealed(run); // asked before it is read
    Optional<Line> line = home.find(run).flatMap(state -> line(run, state));
    if (forGood && line.isPresent()) {
      synchronized (sealed) {
        sealed.put(run, line.get());
      }
    }
    return line;
  }

  /** Of one that was read just now, if it has begun. */
  static Optional<Line> line(RunId run, RunState state) {
    RunFacts facts = RunFacts.of(run, state, Optional.empty());
    return state
        .opened()
        .map(
            (RunEvent.Opened opened) ->
                new Line(
                    run,
                    opened.plan().goal(),
                    opened.planHash(),
                    facts.status(),
                    facts.measured(),
                    facts.pool(),
                    facts.refused(),
                    OpenQuestion.of(state).map(asked -> asked.question())));
  }
}
