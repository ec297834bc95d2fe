package dev.cantilever.agent.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Form;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.campaign.SteerCampaign;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;

/** What a person may want of a run while it runs: that it waits, goes on, or goes elsewhere. */
final class CourseRoutes {

  private static final View<Told> TOLD = View.of(Told.class);
  private static final View<SteerCampaign.Output> STEERED = View.of(SteerCampaign.Output.class);
  private static final Form<Pause> PAUSE = Form.of(Pause.class);
  private static final String RUN = PathPart.RUN.word();

  private final Home home;
  private final ToolDesk desk;

  CourseRoutes(Home home, ToolDesk desk) {
    this.home = home;
    this.desk = desk;
  }

  /** Where and why a run is to wait. */
  public record Pause(
      @Doc("Whether to go on until the next checkpoint of the plan or batch of the campaign.")
          @Default("false")
          boolean atCheckpoint,
      @Doc("Why, for the journal.") @Text(maxLength = 400) @Default("\"asked over HTTP to wait\"")
          String reason) {}

  /** That a run was told. */
  public record Told(RunId run, String answer) {}

  List<Route> routes() {
    return List.of(
        route(
            "/api/runs/{run}/pause",
            Route.Lane.LOOKING,
            new Route.Facts(
                "Lets a run finish its present step, or go on to its next checkpoint, and wait.",
                List.of(),
                Optional.of(PAUSE.schema()),
                TOLD.gives()),
            asked -> PAUSE.read(asked, pause -> paused(asked, pause))),
        route(
            "/api/runs/{run}/continue",
            Route.Lane.LOOKING,
            new Route.Facts(
                "Lets a run go on that was paused.", List.of(), Optional.empty(), TOLD.gives()),
            this::continued),
        route(
            "/api/runs/{run}/steer",
            Route.Lane.CALLING,
            new Route.Facts(
                "Changes the course of a running campaign; the tool campaign.steer with the run of"
                    + " the path.",
                List.of(),
                Optional.of(steering()),
                STEERED.gives()),
            this::steered));
  }

  private static Route route(
      String path, Route.Lane lane, Route.Facts facts, Route.Handler handler) {
    return new Route(Route.Method.POST, path, Access.operator(Scope.RUNS), lane, facts, handler);
  }

  /** What the tool takes, without the run, which stands in the path. */
  static ObjectNode steering() {
    ObjectNode schema = RecordType.forTool(SteerCampaign.Input.class).schema();
    schema.withObjectProperty("properties").remove(RUN);
    ArrayNode others = JsonNodeFactory.instance.arrayNode();
    for (var name : schema.path("required")) {
      if (!name.asText().equals(RUN)) {
        others.add(name);
      }
    }
    schema.set("required", others);
    return schema;
  }

  private Reply paused(Asked asked, Pause pause) {
    return told(
        asked,
        new RunEvent.PauseRequested(pause.reason(), pause.atCheckpoint()),
        pause.atCheckpoint() ? "waits at its next checkpoint" : "waits before its next step");
  }

  private Reply continued(Asked asked) {
    Optional<RunState> state = home.find(asked.run());
    boolean waits = state.flatMap(RunState::pauseRequested).isPresent();
    return state.isPresent() && !waits
        ? Reply.not(Trouble.of(409, "Not now", asked.run() + " is not paused"))
        : told(asked, new RunEvent.Continued(), "goes on");
  }

  private Reply told(Asked asked, RunEvent event, String answer) {
    if (!home.exists(asked.run())) {
      return Reply.not(RunRoutes.noRun());
    }
    return home.tell(asked.run(), asked.caller().actor(), event)
        ? TOLD.show(new Told(asked.run(), asked.run() + " " + answer))
        : Reply.not(Trouble.of(409, "Not now", asked.run() + " is not running"));
  }

  private Reply steered(Asked asked) {
    if (asked.json().has(RUN)) {
      return Reply.not(Trouble.of(422, "Refused", List.of(twice(asked))));
    }
    if (!home.exists(asked.run())) {
      return Reply.not(RunRoutes.noRun());
    }
    return CallReply.of(
        desk.call(asked.caller().actor(), SteerCampaign.NAME, CanonicalJson.text(whole(asked))));
  }

  /** What the tool takes, with the run of the path. */
  static ObjectNode whole(Asked asked) {
    ObjectNode arguments = asked.json().deepCopy();
    return arguments.put(RUN, asked.run().value());
  }

  private static Problem twice(Asked asked) {
    return new Problem(
        ProblemCode.ARG_UNKNOWN,
        "/" + RUN,
        "the run stands in the path; leave it out of the body",
        asked.run().value(),
        "",
        List.of());
  }
}
