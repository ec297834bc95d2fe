package dev.cantilever.tests.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunStatus;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One task, spoken and run on a twin of its own. */
final class AfmTrial {

  private static final Actor PERSON = new Actor(Actor.Kind.PERSON, "tester", Actor.Channel.CHAT);

  private final Home home;
  private final Planner planner;
  private final List<RunOutcome> outcomes = new ArrayList<>();
  private Optional<Heard> last = Optional.empty();
  private JsonNode end;

  AfmTrial(Path folder, Planner planner) {
    this.home = new Home(folder, InstantSource.system());
    this.planner = planner;
  }

  /** Says all sentences and runs the plan after the last of each list, if there is one. */
  AfmTrial run(AfmTask task) {
    try (StandingDesk desk = new StandingDesk(home)) {
      Conversation conversation = new Conversation(planner, desk, PERSON, 0);
      for (List<String> sentences : task.stages()) {
        sentences.forEach(sentence -> last = Optional.of(conversation.say(sentence)));
        if (last() instanceof Heard.Plan plan) {
          desk.aside(() -> outcomes.add(start(plan)));
          conversation.ran();
        }
      }
      end = state(desk);
    }
    return this;
  }

  private RunOutcome start(Heard.Plan plan) {
    return runner().start(plan.verdict().plan(), planner.actor(), PERSON, run -> {});
  }

  private PlanRunner runner() {
    return new PlanRunner(home, new CallReader(Toolbox.standard()), "test", state -> {});
  }

  private static JsonNode state(StandingDesk desk) {
    Answer answer = desk.call(PERSON, "instrument.state", "{\"instrument\":\"afm\"}");
    return StrictJson.ours(((Answer.Settled) answer).result().canonical());
  }

  /** What came of the last sentence. */
  Heard last() {
    return last.orElseThrow();
  }

  boolean allCompleted() {
    return outcomes.stream().allMatch(outcome -> outcome.status() == RunStatus.COMPLETED);
  }

  List<String> reasons() {
    return outcomes.stream().map(RunOutcome::reason).toList();
  }

  /** What the twin tells at the end. */
  JsonNode end() {
    return end;
  }

  /** The last run. */
  RunState state() {
    return home.find(outcomes.getLast().run()).orElseThrow();
  }

  /** Every call on the instrument, in order, of all runs. */
  List<CallState> calls() {
    return outcomes.stream()
        .flatMap(outcome -> home.find(outcome.run()).orElseThrow().calls().stream())
        .filter(call -> VerbTool.isVerb(call.tool()) || call.tool().equals("instrument.move"))
        .toList();
  }

  Optional<CallState> lastCall(String tool) {
    return calls().stream().filter(call -> call.tool().equals(tool)).reduce((a, b) -> b);
  }

  /** Data of the last run. */
  byte[] blob(String hash) {
    return home.blob(outcomes.getLast().run(), hash).orElseThrow();
  }
}
