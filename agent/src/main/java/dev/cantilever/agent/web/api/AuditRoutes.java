package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.trace.NumberSource;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Route.Query;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.audit.Export;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.report.RunFacts;
import dev.cantilever.tools.review.Comparison;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.RunId;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a reviewer has worked out of a run: all of it anew, beside another, from which call. */
final class AuditRoutes {

  private static final View<Replayed> REPLAYED = View.of(Replayed.class);
  private static final View<SideBySide> SIDE_BY_SIDE = View.of(SideBySide.class);
  private static final View<Sources> SOURCES = View.of(Sources.class);
  private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}]{1,80}");

  private final Installation installation;
  private final Home home;

  AuditRoutes(Installation installation) {
    this.installation = installation;
    this.home = installation.home();
  }

  /**
   * What came of working everything out once more.
   *
   * @param words in one line
   */
  public record Replayed(
      RunId run, int compared, int equal, String words, List<ReplayReport.Difference> differences) {

    public Replayed {
      differences = List.copyOf(differences);
    }
  }

  /** Two runs. */
  public record SideBySide(
      RunId run, RunId other, RunFacts facts, RunFacts otherFacts, Comparison comparison) {}

  /** From which calls a number may come, the likeliest first. */
  public record Sources(RunId run, String number, List<NumberSource> sources) {

    public Sources {
      sources = List.copyOf(sources);
    }
  }

  List<Route> routes() {
    return List.of(
        route(
            Route.Method.POST,
            "/api/runs/{run}/replay",
            "Works out every proposal and number of a run once more, from its log, bit for bit.",
            List.of(),
            Scope.RUNS,
            REPLAYED.gives(),
            this::replay),
        route(
            Route.Method.GET,
            "/api/runs/{run}/diff/{other}",
            "Two runs side by side: conditions, plans, steps, numbers.",
            List.of(),
            Scope.RUNS,
            SIDE_BY_SIDE.gives(),
            this::diff),
        route(
            Route.Method.GET,
            "/api/runs/{run}/numbers",
            "From which calls a number comes that somebody reads in the report or in an answer.",
            List.of(new Query("text", WORDS, "The number as it is shown, with its unit.")),
            Scope.RUNS,
            SOURCES.gives(),
            this::numbers),
        route(
            Route.Method.GET,
            "/api/runs/{run}/export",
            "The run in one ZIP file that needs nothing of ours to be checked.",
            List.of(),
            Scope.LOGS,
            Route.Gives.other("application/zip"),
            this::export));
  }

  private static Route route(
      Route.Method method,
      String path,
      String summary,
      List<Query> queries,
      Scope scope,
      Route.Gives gives,
      Route.Handler handler) {
    return new Route(
        method,
        path,
        Access.viewer(scope),
        Route.Lane.CALLING,
        new Route.Facts(summary, queries, Optional.empty(), gives),
        handler);
  }

  private Optional<RunState> begun(RunId run) {
    return home.find(run).filter(state -> state.opened().isPresent());
  }

  private Reply replay(Asked asked) {
    RunId run = asked.run();
    if (home.find(run).isEmpty()) {
      return Reply.not(RunRoutes.noRun());
    }
    try (RunLog log = home.read(run)) {
      ReplayReport report = Replayer.replay(installation.calls(), log, home);
      int equal = report.compared() - report.differences().size();
      return REPLAYED.show(
          new Replayed(run, report.compared(), equal, report.inWords(), report.differences()));
    }
  }

  private Reply diff(Asked asked) {
    RunId other = new RunId(asked.part(PathPart.OTHER));
    Optional<RunState> one = begun(asked.run());
    Optional<RunState> two = begun(other);
    if (one.isEmpty() || two.isEmpty()) {
      return Reply.not(RunRoutes.noRun());
    }
    return SIDE_BY_SIDE.show(
        new SideBySide(
            asked.run(),
            other,
            RunFacts.of(asked.run(), one.get(), Optional.empty()),
            RunFacts.of(other, two.get(), Optional.empty()),
            Comparison.of(one.get(), two.get())));
  }

  private Reply numbers(Asked asked) {
    Optional<RunState> state = home.find(asked.run());
    if (state.isEmpty()) {
      return Reply.not(RunRoutes.noRun());
    }
    String text = asked.query("text").orElse("");
    return SOURCES.show(new Sources(asked.run(), text, NumberSource.of(text, state.get())));
  }

  private Reply export(Asked asked) {
    RunId run = asked.run();
    if (begun(run).isEmpty()) {
      return Reply.not(RunRoutes.noRun());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return Export.write(home, run, () -> bytes)
        .map(hindrance -> Reply.not(Trouble.of(409, "Not now", hindrance)))
        .orElseGet(
            () ->
                new Reply.Content(
                    "application/zip",
                    bytes.toByteArray(),
                    Map.of(
                        "Content-Disposition", "attachment; filename=\"%s.zip\"".formatted(run))));
  }
}
