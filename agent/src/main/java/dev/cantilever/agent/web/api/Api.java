package dev.cantilever.agent.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.SharedDesk;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.OpenApi;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.chat.ChatRoutes;
import dev.cantilever.agent.web.chat.Talks;
import dev.cantilever.agent.web.page.PageFiles;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.watch.Watching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything that can be asked over HTTP, in one list. */
public final class Api implements AutoCloseable {

  private final Desk desk;
  private final Watching watching;
  private final RunningPlans running;
  private final EmergencyStop stop;
  private final Talks talks;
  private final List<Route> routes;

  private Api(
      Desk desk,
      Watching watching,
      RunningPlans running,
      EmergencyStop stop,
      Talks talks,
      List<Route> routes) {
    this.desk = desk;
    this.watching = watching;
    this.running = running;
    this.stop = stop;
    this.talks = talks;
    this.routes = routes;
  }

  /**
   * The routes of one installation.
   *
   * @param planning who answers in chat
   * @param log is told what only an operator of the server should read
   */
  public static Api of(
      Installation installation, Limits limits, Talks.Planning planning, Consumer<String> log) {
    Desk desk = installation.desk();
    SharedDesk shared = new SharedDesk(desk);
    RunningPlans running = new RunningPlans(installation, log);
    RunShelf shelf = new RunShelf(installation.home());
    LiveRuns live = new LiveRuns(installation.home());
    Beliefs beliefs = new Beliefs(installation.home(), live);
    Watching watching = new Watching(installation.home(), limits.watchers());
    EmergencyStop stop = new EmergencyStop(installation.home(), log);
    Talks talks = new Talks(planning, shared);
    List<Route> routes = new ArrayList<>(PageFiles.routes());
    routes.add(WhoRoute.route());
    routes.addAll(new ChatRoutes(talks).routes());
    routes.addAll(new StateRoutes(installation, running).routes());
    routes.addAll(new InstrumentRoutes(installation, running).routes());
    routes.addAll(new StopRoutes(stop).routes());
    routes.addAll(new RunRoutes(installation.home(), shelf).routes());
    routes.addAll(new CourseRoutes(installation.home(), shared).routes());
    routes.addAll(new ExperimentRoutes(live, beliefs, installation.home().instruments()).routes());
    routes.addAll(new ReadingRoutes(live, beliefs).routes());
    routes.addAll(new RunDataRoutes(installation.home(), watching).routes());
    routes.addAll(
        new ReviewRoutes(
                installation.home(),
                new ReviewShelf(installation.home(), installation.calls().catalogue()))
            .routes());
    routes.addAll(new AuditRoutes(installation).routes());
    routes.addAll(new LogRoutes(installation.home()).routes());
    routes.addAll(new ToolRoutes(shared).routes());
    routes.addAll(new PlanRoutes(installation, shared, running, talks).routes());
    routes.addAll(new ApprovalRoutes(installation).routes());
    routes.add(document(routes, shared));
    return new Api(desk, watching, running, stop, talks, List.copyOf(routes));
  }

  private static Route document(List<Route> routes, SharedDesk desk) {
    Route.Facts facts =
        new Route.Facts(
            "This document.", List.of(), Optional.empty(), Route.Gives.other("application/json"));
    ObjectNode[] written = new ObjectNode[1];
    Route self =
        new Route(
            Route.Method.GET,
            "/api/openapi.json",
            Access.viewer(Scope.TOOLS),
            Route.Lane.LOOKING,
            facts,
            asked -> Reply.json(written[0]));
    List<Route> all = new ArrayList<>(routes);
    all.add(self);
    written[0] = OpenApi.of(all, desk.tools(), Installation.SOFTWARE);
    return self;
  }

  public List<Route> routes() {
    return routes;
  }

  @Override
  public void close() {
    watching.close();
    running.close();
    stop.close();
    talks.close();
    desk.close();
  }
}
