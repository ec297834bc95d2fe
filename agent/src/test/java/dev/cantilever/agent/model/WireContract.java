package dev.cantilever.agent.model;

import static dev.cantilever.agent.model.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.vocabulary.event.CallEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every wire. */
abstract class WireContract {

  private static final String KEY = "sk-not-to-be-seen";
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), 0);

  @TempDir Path folder;
  private final Script script;
  ScriptedServer server;
  Table table;

  WireContract(Script script) {
    this.script = script;
  }

  @BeforeEach
  void sitDown() {
    server = new ScriptedServer(script);
    table = new Table(folder.resolve("model"), new ModelPlanner(server.endpoint(KEY), PATIENCE));
  }

  @AfterEach
  void getUp() {
    table.close();
    server.close();
  }

  @Test
  void proposesThePlanThatTheGrammarPlannerMakesOfTheSameSentence() {
    server.answers(stream(script.calls(Table.PLAN)));

    Heard byModel = table.say(Table.WISH);

    try (Table other =
        new Table(
            folder.resolve("grammar"),
            new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en")))) {
      assertThat(hash(byModel)).startsWith("sha256:").isEqualTo(hash(other.say(Table.WISH)));
    }
    assertThat(server.requests()).hasSize(1);
  }

  private static String hash(Heard heard) {
    assertThat(heard).isInstanceOf(Heard.Plan.class);
    return ((Heard.Plan) heard).verdict().hash();
  }

  @Test
  void callsAReadingToolAndTellsTheModelItsResultBeforeThePlan() {
    server.answers(stream(script.calls(Table.DESCRIBE)), stream(script.calls(Table.PLAN)));

    assertThat(table.say(Table.WISH)).isInstanceOf(Heard.Plan.class);

    assertThat(table.ends()).hasSize(1).first().isInstanceOf(CallEvent.Settled.class);
    String result = table.calls().getFirst().result().orElseThrow().canonical();
    assertThat(result).contains("pfm-pto");
    assertThat(server.told(0)).isEmpty();
    assertThat(server.told(1)).contains(result);
  }

  @Test
  void runsTwoCallsOfOneTurnAndAnswersBothInOrder() {
    Script.Call state = new Script.Call("instrument_state", "{\"instrument\":\"pfm-pto\"}");
    server.answers(stream(script.calls(Table.DESCRIBE, state)), stream(script.words("Seen.")));

    assertThat(table.say("look")).isEqualTo(new Heard.Words(new Reply.Said("Seen."), "Seen."));

    assertThat(table.ends()).hasSize(2).allMatch(CallEvent.Settled.class::isInstance);
    String first = table.calls().getFirst().result().orElseThrow().canonical();
    String second = table.calls().getLast().result().orElseThrow().canonical();
    assertThat(server.told(1)).containsSubsequence(first, second);
  }

  @Test
  void doesNothingOfATurnThatEndsWithoutItsEndMark() {
    List<String> whole = script.calls(Table.DESCRIBE);
    server.answers(stream(whole.subList(0, whole.size() - script.endMarks())));

    assertNotWhole(table.say("look"));
  }

  @Test
  void doesNothingOfATurnThatIsCutInsideTheArguments() {
    String whole = String.join("", script.calls(Table.PLAN));
    server.answers(stream(List.of(whole.substring(0, whole.indexOf("bias_amplitude")))));

    assertNotWhole(table.say(Table.WISH));
  }

  @Test
  void doesNothingOfWordsThatAreCut() {
    List<String> whole = script.words("Shall I go on?");
    server.answers(stream(whole.subList(0, whole.size() - script.endMarks())));

    assertNotWhole(table.say("look"));
  }

  private void assertNotWhole(Heard heard) {
    assertThat(heard)
        .asInstanceOf(type(Heard.Words.class))
        .returns(true, words -> words.reply() instanceof Reply.Cannot)
        .extracting(Heard.Words::text)
        .asString()
        .contains("not whole");
    assertThat(table.calls()).isEmpty();
    assertThat(table.deeds()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void takesWordsThatEndWithAQuestionMarkForAQuestion() {
    server.answers(stream(script.words("How many points?")));

    assertThat(table.say("Map the film"))
        .isEqualTo(new Heard.Words(new Reply.Question("How many points?"), "How many points?"));
  }

  /** The local servers that people run speak no HTTP/2 and stumble over an offer of it. */
  @Test
  void asksInPlainHttpOne() {
    server.answers(stream(script.words("Hello.")));
    table.say("hello");

    assertThat(server.requests().getFirst().containsHeader("Upgrade")).isFalse();
  }

  @Test
  void keepsTheKeyOutOfTheJournalAndOutOfEveryText() {
    server.answers(stream(script.words("Hello.")));
    table.say("hello over there");

    assertThat(server.endpoint(KEY).toString()).contains("test-model").doesNotContain(KEY);
    assertThat(table.everythingWritten()).contains("hello over there").doesNotContain(KEY);
    assertThat(server.requests().getFirst().getBodyAsString()).doesNotContain(KEY);
    assertThat(server.requests().getFirst().getUrl()).doesNotContain(KEY);
  }
}
