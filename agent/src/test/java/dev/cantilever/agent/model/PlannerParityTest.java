package dev.cantilever.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.WrittenPlan;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.plan.CheckedPlans;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wish, four planners, four homes: the same journal but for who asked. */
class PlannerParityTest {

  private static final Actor PERSON = new Actor(Actor.Kind.PERSON, "test", Actor.Channel.CHAT);

  @TempDir private Path folder;

  @Test
  void allPlannersLeaveTheSameJournalButForActorAndChannel() {
    Script script = new OpenAiScript();
    try (ScriptedServer server = new ScriptedServer(script)) {
      server.answers(ScriptedServer.stream(script.calls(Table.PLAN)));
      Patience patience = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), 0);
      Planner model = new ModelPlanner(server.endpoint("none"), patience);

      List<List<Entry>> journals =
          List.of(
              journal("model", model),
              journal("grammar", new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en"))),
              journal("person", new WrittenPlan(PERSON, written())),
              journal("host", host(folder.resolve("host"))));

      assertThat(journals.getFirst()).hasSizeGreaterThan(100);
      assertThat(journals.stream().map(PlannerParityTest::contents).distinct()).hasSize(1);
      assertThat(journals.stream().map(journal -> journal.getFirst().actor()).distinct())
          .hasSize(4);
    }
  }

  private static Plan written() {
    return new Plan(Table.WISH, OfferedTools.PLAN.ours(canonical(Table.PLAN.arguments())).steps());
  }

  private static JsonText canonical(String json) {
    return new JsonText(CanonicalJson.text(StrictJson.ours(json)));
  }

  /** A foreign host has the plan checked at the desk; a person runs what it names by its hash. */
  private static Planner host(Path place) {
    Home home = new Home(place, InstantSource.system());
    Actor host = new Actor(Actor.Kind.PLANNER, "mcp/host", Actor.Channel.MCP);
    String plan = PlanDocument.write(written());
    try (Desk desk = new Desk(home, new CallReader(Toolbox.standard()))) {
      Answer answer = desk.call(host, "plan.check", json(plan));
      String hash =
          StrictJson.ours(((Answer.Settled) answer).result().canonical()).path("hash").asText();
      CheckedPlans.Checked checked =
          CheckedPlans.find(home.find(new RunId("desk")).orElseThrow(), hash).orElseThrow();
      return new WrittenPlan(checked.by(), checked.plan());
    }
  }

  private static String json(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml).toString();
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  private List<Entry> journal(String name, Planner planner) {
    Path place = folder.resolve(name);
    Home home = new Home(place, InstantSource.system());
    try (Table table = new Table(place, planner)) {
      Heard.Plan heard = (Heard.Plan) table.say(Table.WISH);
      PlanRunner runner =
          new PlanRunner(home, new CallReader(Toolbox.standard()), "test", state -> {});
      RunOutcome outcome = runner.start(heard.verdict().plan(), planner.actor(), PERSON, run -> {});
      try (Journal journal = Journal.read(home.journal(outcome.run()), outcome.run().value())) {
        return journal.fresh();
      }
    }
  }

  /** Without actor and time; checkpoints hold hashes over both. */
  private static List<String> contents(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> !entry.type().equals(Journal.CHECKPOINT))
        .map(entry -> entry.seq() + " " + entry.type() + " " + entry.body())
        .toList();
  }
}
