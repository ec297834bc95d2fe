package dev.cantilever.agent.model;

import static dev.cantilever.agent.model.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Reply;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model may use up, and what is written down of it. */
class BudgetTest {

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), 0);
  private static final Optional<Budget.Price> PRICE = Optional.of(new Budget.Price(1_000, 10_000));

  @TempDir Path folder;
  private final AnthropicScript script = new AnthropicScript(); // tells 1 token in and 9 out
  private final List<String> watched = new ArrayList<>();
  private ScriptedServer server;

  @BeforeEach
  void start() {
    server = new ScriptedServer(script);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Table table(Budget budget) {
    return new Table(
        folder, new ModelPlanner(server.endpoint("sk-test"), PATIENCE, budget, watched::add));
  }

  private static Budget budget(int rounds, long tokens, Duration time, double money) {
    return new Budget(rounds, tokens, time, PRICE, Optional.of(money));
  }

  private static AbstractStringAssert<?> assertCannot(Heard heard) {
    assertThat(heard).isInstanceOf(Heard.Words.class);
    Heard.Words words = (Heard.Words) heard;
    assertThat(words.reply()).isEqualTo(new Reply.Cannot(words.text()));
    return assertThat(words.text());
  }

  @Test
  void stopsAtItsRounds() {
    server.answers(stream(script.calls(Table.DESCRIBE)));
    try (Table table = table(budget(3, 1_000_000, Duration.ofMinutes(1), 1e6))) {
      assertCannot(table.say("look")).contains("3 rounds");
    }
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void asksNothingForWhichThereAreNoTokens() {
    server.answers(stream(script.words("Hello.")));
    try (Table table = table(budget(12, 100, Duration.ofMinutes(1), 1e6))) {
      assertCannot(table.say("hello"))
          .contains("0 tokens are used")
          .contains("more than the 100 of this conversation")
          .contains("CANTILEVER_LLM_TOKENS");
      assertThat(table.everythingWritten()).contains("OVER_BUDGET");
    }
    assertThat(server.requests()).isEmpty();
  }

  /** 91 thousandths of the currency for each answer; a request is about to cost much more. */
  @Test
  void asksNothingForWhichThereIsNoMoney() {
    server.answers(stream(script.words("Hello.")));
    double enoughForOne = 1e-3 * Meter.estimate(requestOf()) + 0.05;
    try (Table table = table(budget(12, 10_000_000, Duration.ofMinutes(1), enoughForOne))) {
      assertThat(table.say("hello")).isEqualTo(new Heard.Words(new Reply.Said("Hello."), "Hello."));
      assertCannot(table.say("hello")).contains("more than the").contains("CANTILEVER_LLM_MONEY");
    }
    assertThat(server.requests()).hasSize(1);
  }

  private ChatRequest requestOf() {
    var offered = new OfferedTools(Installation.tools()).specifications();
    var system = Prompt.shipped("planner-3").with("seed", "7");
    return ChatRequest.builder()
        .messages(SystemMessage.from(system), UserMessage.from("hello"))
        .toolSpecifications(offered)
        .build();
  }

  @Test
  void stopsWhenTheTimeOfASentenceIsOver() {
    server.answers(stream(script.calls(Table.DESCRIBE)).withFixedDelay(400));
    try (Table table = table(budget(12, 10_000_000, Duration.ofMillis(1_100), 1e6))) {
      assertCannot(table.say("look")).containsAnyOf("for one sentence are over", "took more than");
    }
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aNewConversationHasABudgetOfItsOwn() {
    server.answers(stream(script.words("Hello.")));
    double enoughForOne = 1e-3 * Meter.estimate(requestOf()) + 0.05;
    ModelPlanner planner =
        new ModelPlanner(
            server.endpoint("sk-test"),
            PATIENCE,
            budget(12, 10_000_000, Duration.ofMinutes(1), enoughForOne),
            piece -> {});
    for (String place : List.of("first", "second")) {
      try (Table table = new Table(folder.resolve(place), planner)) {
        assertThat(table.say("hello"))
            .isEqualTo(new Heard.Words(new Reply.Said("Hello."), "Hello."));
      }
    }
  }

  @Test
  void writesDownWhatTheServerSaysThatItTook() {
    server.answers(stream(script.words("Hello.")));
    try (Table table = table(Budget.USUAL)) {
      table.say("hello");
      assertThat(table.everythingWritten())
          .contains("\"estimated\":false", "\"tokens_in\":1", "\"tokens_out\":9")
          .contains("\"tools_hash\":\"sha256:");
    }
  }

  @Test
  void marksItsOwnEstimateWhereTheServerSaysNothing() {
    List<String> silent = script.words("Hello, this is a model.");
    silent.replaceAll(piece -> piece.replaceAll("\"(input|output)_tokens\":\\d+", "\"x\":0"));
    server.answers(stream(silent));
    try (Table table = table(Budget.USUAL)) {
      table.say("hello");
      assertThat(table.everythingWritten()).contains("\"estimated\":true");
    }
  }

  static List<Script> wires() {
    return List.of(new OpenAiScript(), new AnthropicScript(), new OllamaScript());
  }

  @ParameterizedTest
  @MethodSource("wires")
  void showsTheWordsOfAModelAsTheyCome(Script wire) {
    try (ScriptedServer other = new ScriptedServer(wire)) {
      other.answers(stream(wire.words("Hello there.")));
      ModelPlanner planner =
          new ModelPlanner(other.endpoint("sk-test"), PATIENCE, Budget.USUAL, watched::add);
      try (Table table = new Table(folder, planner)) {
        table.say("hello");
      }
    }
    assertThat(String.join("", watched)).isEqualTo("Hello there.");
  }

  @Test
  void pricesATokenInAndATokenOut() {
    assertThat(new Budget.Price(3, 15).of(1_000_000, 100_000)).isCloseTo(4.5, within(1e-12));
  }
}
