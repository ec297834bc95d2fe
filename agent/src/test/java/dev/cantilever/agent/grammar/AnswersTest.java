package dev.cantilever.agent.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to the planner while a run goes on in another process. */
class AnswersTest {

  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void home() {
    home = new Home(folder, InstantSource.system());
  }

  private RunId running() {
    RunId run = home.newRun();
    Plan plan = new Plan("Scan all day", List.of());
    try (RunLog log = home.open(run)) {
      log.append(
          Actor.RUNTIME,
          List.of(
              new RunEvent.Opened(
                  "test",
                  plan,
                  PlanCheck.hash(plan),
                  List.of(),
                  Optional.empty(),
                  Optional.empty())),
          List.of());
    }
    return run;
  }

  private Reply reply(String sentence) {
    GrammarPlanner planner = new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en"));
    try (Desk desk = new Desk(home, new CallReader(Toolbox.standard()))) {
      return planner.reply(Dialogue.of(sentence, 0), desk);
    }
  }

  @Test
  void stopReachesTheRunThatIsRunning() {
    RunId run = running();

    assertThat(reply("stop"))
        .asInstanceOf(type(Reply.Said.class))
        .extracting(Reply.Said::text)
        .asString()
        .isEqualTo(run + " ends before its next step");
    assertThat(home.find(run).orElseThrow().stopRequested()).isPresent();
  }

  @Test
  void tellsWhyASearchTriedWhatItDid() {
    RunId run = running();
    Trial trial = new Trial(List.of(new Setting("coupling", 0.44)), 0);
    try (RunLog log = home.open(run)) {
      log.append(
          Actor.RUNTIME,
          List.of(
              new SearchEvent.Started(new CallId("call-1"), new JsonText("{}"), new JsonText("{}")),
              new SearchEvent.Proposed(
                  0,
                  List.of(trial),
                  new JsonText("{\"choices\":[],\"fits\":[],\"method\":\"spread evenly\"}"))),
          List.of());
    }

    assertThat(reply("why this point?"))
        .asInstanceOf(type(Reply.Said.class))
        .extracting(Reply.Said::text)
        .asString()
        .contains(run.value(), "proposal 0, coupling 0.4400: spread evenly");
  }

  @Test
  void showsWhatRuns() {
    RunId run = running();

    assertThat(reply("show runs"))
        .asInstanceOf(type(Reply.Said.class))
        .extracting(Reply.Said::text)
        .asString()
        .contains(run.value(), "unfinished", "Scan all day");
  }
}
