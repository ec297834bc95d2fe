package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.agent.request.PlanSheet;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Form;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.chat.Talks;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.plan.CheckPlan;
import dev.cantilever.tools.plan.CheckedPlans;
import dev.cantilever.tools.plan.NotApproved;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.rehearsal.Effort;
import dev.cantilever.tools.rehearsal.Rehearsal;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Plans: checked, looked at, rehearsed on copies of simulated instruments, run. */
final class PlanRoutes {

  private static final View<CheckPlan.Output> CHECKED = View.of(CheckPlan.Output.class);
  private static final View<Shown> SHOWN = View.of(Shown.class);
  private static final View<RehearsalView> REHEARSED = View.of(RehearsalView.class);
  private static final View<PlanSheet> CARD = View.of(PlanSheet.class);
  private static final View<Declined> DECLINED = View.of(Declined.class);
  private static final Duration A_MOMENT = Duration.ofSeconds(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Form<How> HOW = Form.of(How.class);
  private static final View<Requested> REQUESTED = View.of(Requested.class);
  private static final View<Begun> BEGUN = View.of(Begun.class);

  private final Installation installation;
  private final ToolDesk desk;
  private final RunningPlans running;
  private final Talks talks;

  PlanRoutes(Installation installation, ToolDesk desk, RunningPlans running, Talks talks) {
    this.installation = installation;
    this.desk = desk;
    this.running = running;
    this.talks = talks;
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

  /** How far a rehearsal goes. */
  public record How(
      @Doc("Whether to end after a few seconds, however far it is then.") @Default("false")
          boolean quick) {}

  /** That a plan was declined. */
  public record Declined(String hash) {}

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
            Route.Method.GET,
            "/api/plans/{hash}/card",
            Access.viewer(Scope.PLANS),
            Route.Lane.CALLING,
            new Route.Facts(
                "What a person reads before saying yes to a checked plan: exact values, limits and"
                    + " what is asked of them, cost, effects and how they are undone.",
                List.of(),
                Optional.empty(),
                CARD.gives()),
            asked -> with(asked, checked -> card(checked.plan()))),
        route(
            Route.Method.GET,
            "/api/plans/{hash}/rehearsal",
            Access.viewer(Scope.PLANS),
            Route.Lane.LOOKING,
            new Route.Facts(
                "The pictures of the last rehearsal of a plan, as one page of HTML.",
                List.of(),
                Optional.empty(),
                Route.Gives.other("text/html; charset=utf-8")),
            asked -> with(asked, checked -> pictures(checked.plan()))),
        route(
            Route.Method.POST,
            "/api/plans/{hash}/rehearse",
            Access.operator(Scope.PLANS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Runs a checked plan on copies of simulated instruments.",
                List.of(),
                Optional.of(HOW.schema()),
                REHEARSED.gives()),
            asked -> HOW.read(asked, how -> with(asked, one -> rehearsed(one.plan(), how)))),
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
            "/api/plans/{hash}/decline",
            Access.operator(Scope.PLANS),
            Route.Lane.LOOKING,
            new Route.Facts(
                "Says no to a plan that was proposed in chat; nothing runs.",
                List.of(),
                Optional.empty(),
                DECLINED.gives()),
            this::declined),
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

  private Reply declined(Asked asked) {
    String hash = asked.part(PathPart.HASH);
    return talks.decline(hash)
        ? DECLINED.show(new Declined(hash))
        : Reply.not(Trouble.of(409, "Not now", "no talk waits for an answer to this plan"));
  }

  private static Shown shown(Asked asked, CheckedPlans.Checked checked) {
    return new Shown(
        asked.part(PathPart.HASH), checked.by(), checked.plan(), PlanText.indented(checked.plan()));
  }

  private synchronized Reply rehearsed(Plan plan, How how) {
    Effort effort = how.quick() ? Effort.SHORT : Effort.WHOLE;
    return switch (installation.rehearsal(state -> {}).of(plan, effort)) {
      case Rehearsed.NoStage none -> Reply.not(Trouble.of(409, "Not here", none.reason()));
      case Rehearsed.Refused refused -> Reply.not(Trouble.of(422, "Refused", refused.problems()));
      case Rehearsed.Ran ran -> REHEARSED.show(RehearsalView.of(ran));
    };
  }

  /** Whoever else looks at the same instruments is done in a moment. */
  private Reply card(Plan plan) {
    long end = System.nanoTime() + A_MOMENT.toNanos();
    while (true) {
      try {
        return CARD.show(PlanSheet.of(installation, plan));
      } catch (ConnectionFailure held) {
        if (System.nanoTime() > end) {
          throw held;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private Reply pictures(Plan plan) {
    Path page = Rehearsal.pictures(installation.home(), plan);
    return Files.isRegularFile(page)
        ? ReportReply.of(page)
        : Reply.not(Trouble.notFound("POST /api/plans/{hash}/rehearse makes the pictures"));
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
        RunningPlans.Start start = running.start(canonical, asked.caller().actor());
        if (start instanceof RunningPlans.Start.Begun) {
          talks.ran(ready.hash());
        }
        yield begun(start);
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
