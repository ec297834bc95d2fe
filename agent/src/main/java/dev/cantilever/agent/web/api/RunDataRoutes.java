package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.watch.Watching;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.report.ReportFile;
import dev.cantilever.tools.run.RunState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What belongs to a run and is no document: its events, its report, its data. */
final class RunDataRoutes {

  private final Home home;
  private final Watching watching;

  RunDataRoutes(Home home, Watching watching) {
    this.home = home;
    this.watching = watching;
  }

  List<Route> routes() {
    return List.of(
        look(
            "/api/runs/{run}/events",
            "Every entry of the run's journal as it is written, once and in order; the header"
                + " Last-Event-ID takes a stream up again.",
            "text/event-stream",
            Route.Lane.LOOKING,
            this::events),
        look(
            "/api/runs/{run}/report",
            "One page of HTML with maps and curves.",
            "text/html; charset=utf-8",
            Route.Lane.CALLING,
            this::report),
        look(
            "/api/runs/{run}/blobs/{hash}",
            "Data that an entry of the run cites.",
            "application/octet-stream",
            Route.Lane.LOOKING,
            this::blob));
  }

  private static Route look(
      String path, String summary, String type, Route.Lane lane, Route.Handler handler) {
    return new Route(
        Route.Method.GET,
        path,
        Access.viewer(Scope.RUNS),
        lane,
        new Route.Facts(summary, List.of(), Optional.empty(), Route.Gives.other(type)),
        handler);
  }

  private Reply events(Asked asked) {
    if (!home.exists(asked.run())) {
      return Reply.not(RunRoutes.noRun());
    }
    try (Tail tail = home.tail(asked.run())) {
      long size = tail.size();
      if (tail.isSealed() && asked.lastEvent().filter(seen -> seen + 1 >= size).isPresent()) {
        return new Reply.Nothing(); // so that a page does not come again and again
      }
    }
    return watching
        .watch(asked.run(), asked.lastEvent())
        .orElseGet(() -> Reply.not(Trouble.busy()));
  }

  private synchronized Reply report(Asked asked) {
    if (home.find(asked.run()).flatMap(RunState::opened).isEmpty()) {
      return Reply.not(RunRoutes.noRun());
    }
    return ReportReply.of(ReportFile.write(home, asked.run()).file());
  }

  private Reply blob(Asked asked) {
    String hash = asked.part(PathPart.HASH);
    return home.blob(asked.run(), hash)
        .<Reply>map(
            bytes ->
                new Reply.Content(
                    "application/octet-stream",
                    bytes,
                    Map.of("Content-Disposition", "attachment; filename=\"data.bin\"")))
        .orElseGet(() -> Reply.not(Trouble.notFound("the log of the run cites its data")));
  }
}
