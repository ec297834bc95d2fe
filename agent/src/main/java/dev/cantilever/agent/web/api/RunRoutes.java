package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Form;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Route.Query;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.OpenQuestion;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.report.RunFacts;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunEvent.EnvelopeInForce;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs as a whole, and the answers for which they wait. */
final class RunRoutes {

  private static final View<Runs> RUNS = View.of(Runs.class);
  private static final View<Sheet> SHEET = View.of(Sheet.class);
  private static final View<Answered> ANSWERED = View.of(Answered.class);
  private static final Form<Choice> CHOICE = Form.of(Choice.class);
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");

  private final Home home;
  private final RunShelf shelf;

  RunRoutes(Home home, RunShelf shelf) {
    this.home = home;
    this.shelf = shelf;
  }

  /** Newest first. */
  public record Runs(List<RunShelf.Line> runs) {

    public Runs {
      runs = List.copyOf(runs);
    }
  }

  /** A question for whose answer a run waits. */
  public record Question(String step, String question, List<String> options) {

    public Question {
      options = List.copyOf(options);
    }
  }

  /**
   * One run in whole.
   *
   * @param steps the plan as lines for people
   * @param paused why it waits, or will
   * @param suspended for which instrument it waits
   */
  public record Sheet(
      RunShelf.Line line,
      RunFacts facts,
      String software,
      List<EnvelopeInForce> envelopes,
      List<String> steps,
      boolean approved,
      Optional<String> stopRequested,
      Optional<RunEvent.PauseRequested> paused,
      Optional<RunEvent.Suspended> suspended,
      Optional<Question> question) {

    public Sheet {
      envelopes = List.copyOf(envelopes);
      steps = List.copyOf(steps);
    }
  }

  /** What somebody answers. */
  public record Choice(
      @Doc("One of the answers that the question offers.") @Text(maxLength = 500) String choice) {}

  /** That a run goes on. */
  public record Answered(RunId run, String choice) {}

  List<Route> routes() {
    return List.of(
        look(
            "/api/runs",
            "Runs, newest first.",
            List.of(
                new Query("before", RunId.FORM, "Only runs older than this one."),
                new Query("limit", LIMIT, "At most so many; 50 if not given.")),
            RUNS.gives(),
            this::runs),
        look(
            "/api/runs/{run}",
            "One run: plan, envelopes, numbers, the question for which it waits.",
            List.of(),
            SHEET.gives(),
            this::sheet),
        new Route(
            Route.Method.POST,
            "/api/runs/{run}/answer",
            Access.operator(Scope.RUNS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Answers the question for which a run waits.",
                List.of(),
                Optional.of(CHOICE.schema()),
                ANSWERED.gives()),
            this::answer));
  }

  private static Route look(
      String path, String summary, List<Query> queries, Route.Gives gives, Route.Handler handler) {
    return new Route(
        Route.Method.GET,
        path,
        Access.viewer(Scope.RUNS),
        Route.Lane.LOOKING,
        new Route.Facts(summary, queries, Optional.empty(), gives),
        handler);
  }

  private Reply runs(Asked asked) {
    Optional<RunId> before = asked.query("before").map(RunId::new);
    return RUNS.show(new Runs(shelf.newest(before, asked.number("limit", 50))));
  }

  private Reply sheet(Asked asked) {
    return home.find(asked.run())
        .flatMap(
            state -> RunShelf.line(asked.run(), state).map(line -> sheet(asked.run(), line, state)))
        .map(SHEET::show)
        .orElseGet(() -> Reply.not(noRun()));
  }

  static Trouble noRun() {
    return Trouble.notFound("GET /api/runs tells all runs");
  }

  private static Sheet sheet(RunId run, RunShelf.Line line, RunState state) {
    RunEvent.Opened opened = state.opened().orElseThrow();
    return new Sheet(
        line,
        RunFacts.of(run, state, Optional.empty()),
        opened.software(),
        opened.instruments(),
        PlanText.indented(opened.plan()),
        state.approved().isPresent(),
        state.stopRequested().map(RunEvent.StopRequested::reason),
        state.pauseRequested().filter(pause -> state.ended().isEmpty()),
        state.suspended().filter(waits -> state.ended().isEmpty()),
        OpenQuestion.of(state).map(one -> new Question(one.step(), one.question(), one.options())));
  }

  private Reply answer(Asked asked) {
    return CHOICE.read(
        asked,
        choice -> {
          if (!home.exists(asked.run())) {
            return Reply.not(noRun());
          }
          return OpenQuestion.answer(home, asked.run(), choice.choice(), asked.caller().actor())
              .map(words -> Reply.not(Trouble.of(409, "Not now", words)))
              .orElseGet(() -> ANSWERED.show(new Answered(asked.run(), choice.choice())));
        });
  }
}
