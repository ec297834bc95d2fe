package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.plan.CheckPlan;
import dev.cantilever.tools.plan.CheckedPlans;
import dev.cantilever.tools.plan.NotApproved;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans: checked, looked at, rehearsed on copies of simulated instruments, run. */
final class PlanRoutes {

  private static final View<CheckPlan.Output> CHECKED = View.of(CheckPlan.Output.class);
  private static final View<Shown> SHOWN = View.of(Shown.class);
  private static final View<RehearsalView> REHEARSED = View.of(RehearsalView.class);
  private static final View<Requested> REQUESTED = View.of(Requested.class);
  private static final View<Begun> BEGUN = View.of(Begun.class);

  private final Installation installation;
  private final ToolDesk desk;
  private final RunningPlans running;

  PlanRoutes(Installation installation, ToolDesk desk, RunningPlans running) {
    this.installation = installation;
    this.desk = desk;
    this.running = running;
  }

  /**
   * A plan that was checked.
   *
   * @param steps as lines for people
   */
  public record Shown(String hash, Actor by, Plan plan, List<String> steps) {

    public Shown {
      steps = List.copyOf(steps);
    }
  }

  /** That an approval was asked for. */
  public record Requested(TicketId ticket) {}

  /** That a run has begun. */
  public record Begun(RunId run) {}

  List<Route> routes() {
    return List.of(
        route(
            Route.Method.POST,
            "/api/plans/check",
            Access.operator(Scope.PLANS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Every problem of a plan, or its hash and what it would use up; acts on nothing.",
                List.of(),
                Optional.of(PlanDocument.schema()),
                CHECKED.gives()),
            this::check),
        route(
            Route.Method.GET,
            "/api/plans/{hash}",
            Access.viewer(Scope.PLANS),
            Route.Lane.LOOKING,
            new Route.Facts(
                "A plan that was checked, and by whom.",
                List.of(),
                Optional.empty(),
                SHOWN.gives()),
            asked -> with(asked, checked -> SHOWN.show(shown(asked, checked)))),
        route(
            Route.Method.POST,
            "/api/plans/{hash}/rehearse",
            Access.operator(Scope.PLANS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Runs a checked plan on copies of simulated instruments.",
                List.of(),
                Optional.empty(),
                REHEARSED.gives()),
            asked -> with(asked, checked -> rehearsed(checked.plan()))),
        route(
            Route.Method.POST,
            "/api/plans/{hash}/request",
            Access.operator(Scope.PLANS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Asks for the approval of a checked plan, which another person can give.",
                List.of(),
                Optional.empty(),
                REQUESTED.gives(202)),
            asked -> with(asked, this::requested)),
        route(
            Route.Method.POST,
            "/api/plans/{hash}/run",
            Access.operator(Scope.PLANS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Approves a checked plan and runs it; whoever asks is who approved it.",
                List.of(),
                Optional.empty(),
                BEGUN.gives(202)),
            asked -> with(asked, checked -> run(asked, checked))));
  }

  private static Route route(
      Route.Method method,
      String path,
      Access access,
      Route.Lane lane,
      Route.Facts facts,
      Route.Handler handler) {
    return new Route(method, path, access, lane, facts, handler);
  }

  private Reply check(Asked asked) {
    String plan = asked.body().isEmpty() ? "{}" : asked.body();
    return CallReply.of(desk.call(asked.caller().actor(), CheckPlan.NAME, plan));
  }

  /** What a handler makes of a checked plan. */
  @FunctionalInterface
  private interface Use {
    Reply of(CheckedPlans.Checked checked);
  }

  private Reply with(Asked asked, Use use) {
    return installation
        .home()
        .find(new RunId("desk"))
        .flatMap(state -> CheckedPlans.find(state, asked.part(PathPart.HASH)))
        .map(use::of)
        .orElseGet(
            () ->
                Reply.not(
                    Trouble.notFound(
                        "nobody had such a plan checked; POST /api/plans/check tells the hash")));
  }

  private static Shown shown(Asked asked, CheckedPlans.Checked checked) {
    return new Shown(
        asked.part(PathPart.HASH), checked.by(), checked.plan(), PlanText.indented(checked.plan()));
  }

  private synchronized Reply rehearsed(Plan plan) {
    return switch (installation.rehearsal(state -> {}).of(plan)) {
      case Rehearsed.NoStage none -> Reply.not(Trouble.of(409, "Not here", none.reason()));
      case Rehearsed.Refused refused -> Reply.not(Trouble.of(422, "Refused", refused.problems()));
      case Rehearsed.Ran ran -> REHEARSED.show(RehearsalView.of(ran));
    };
  }

  private Reply requested(CheckedPlans.Checked checked) {
    return switch (desk.check(checked.plan())) {
      case Verdict.Refused refused -> Reply.not(Trouble.of(422, "Refused", refused.problems()));
      case Verdict.Ready ready -> asked(ready.plan(), checked.by());
    };
  }

  private Reply asked(Plan plan, Actor planner) {
    try {
      TicketId ticket = installation.runner(state -> {}).request(plan, planner);
      return REQUESTED.show(202, new Requested(ticket), Map.of());
    } catch (NotApproved no) {
      return Reply.not(Trouble.of(409, "Not now", List.of(no.problem())));
    }
  }

  /** Instruments may have changed since it was checked, so it is checked once more. */
  private Reply run(Asked asked, CheckedPlans.Checked checked) {
    Optional<InstrumentId> taken = running.taken(checked.plan());
    if (taken.isPresent()) {
      return begun(new RunningPlans.Start.Taken(taken.get()));
    }
    return switch (desk.check(checked.plan())) {
      case Verdict.Refused refused -> Reply.not(Trouble.of(422, "Refused", refused.problems()));
      case Verdict.Ready ready -> {
        CheckedPlans.Checked canonical = new CheckedPlans.Checked(ready.plan(), checked.by());
        yield begun(running.start(canonical, asked.caller().actor()));
      }
    };
  }

  private static Reply begun(RunningPlans.Start start) {
    return switch (start) {
      case RunningPlans.Start.Begun begun ->
          BEGUN.show(202, new Begun(begun.run()), Map.of("Location", "/api/runs/" + begun.run()));
      case RunningPlans.Start.Taken taken ->
          Reply.not(
              Trouble.of(
                  409,
                  "Not now",
                  "another run has %s; wait for its end, or stop it"
                      .formatted(taken.instrument())));
      case RunningPlans.Start.NotYet not ->
          Reply.not(Trouble.of(409, "Not now", List.of(not.problem())));
      case RunningPlans.Start.Broken broken ->
          Reply.not(
              Trouble.of(500, "Broken", "the run could not begin; the server's log says more"));
    };
  }
}
