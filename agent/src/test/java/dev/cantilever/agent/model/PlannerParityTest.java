package dev.cantilever.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wish, two planners, two homes: the same journal but for who asked. */
class PlannerParityTest {

  private static final Actor PERSON = new Actor(Actor.Kind.PERSON, "test", Actor.Channel.CHAT);

  @TempDir private Path folder;

  @Test
  void bothPlannersLeaveTheSameJournalButForActorAndChannel() {
    Script script = new OpenAiScript();
    try (ScriptedServer server = new ScriptedServer(script)) {
      server.answers(ScriptedServer.stream(script.calls(Table.PLAN)));
      Patience patience = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), 0);
      Planner model = new ModelPlanner(server.endpoint("none"), patience);

      List<Entry> byModel = journal("model", model);
      List<Entry> byGrammar = journal("grammar", new GrammarPlanner(Recipes.shipped()));

      assertThat(byModel).hasSizeGreaterThan(100);
      assertThat(contents(byModel)).isEqualTo(contents(byGrammar));
      assertThat(byModel.getFirst().actor()).isNotEqualTo(byGrammar.getFirst().actor());
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
