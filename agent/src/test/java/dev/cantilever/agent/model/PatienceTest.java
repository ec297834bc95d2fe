package dev.cantilever.agent.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.cantilever.agent.model.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.AbstractDurationAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Busy, silent, slow, broken and unwilling servers. */
@Timeout(30)
class PatienceTest {

  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(1), Duration.ofSeconds(20), 0);
  private static final Patience RETRYING =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), 2);

  @TempDir Path folder;
  private final OpenAiScript script = new OpenAiScript();
  private ScriptedServer server;

  @BeforeEach
  void start() {
    server = new ScriptedServer(script);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Heard say(String sentence, Patience patience) {
    return say(sentence, new ModelPlanner(server.endpoint("sk-test"), patience));
  }

  private Heard say(String sentence, ModelPlanner planner) {
    try (Table table = new Table(folder, planner)) {
      return table.say(sentence);
    }
  }

  private static AbstractStringAssert<?> assertCannot(Heard heard) {
    assertThat(heard).isInstanceOf(Heard.Words.class);
    Heard.Words words = (Heard.Words) heard;
    assertThat(words.reply()).isEqualTo(new Reply.Cannot(words.text()));
    return assertThat(words.text());
  }

  private static ResponseDefinitionBuilder busy(int status) {
    return aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"busy\"}}");
  }

  @Test
  void asksABusyServerAgainNoSoonerThanItSays() {
    server.answers(busy(429).withHeader("Retry-After", "1"), stream(script.calls(Table.PLAN)));

    assertThat(say(Table.WISH, RETRYING)).isInstanceOf(Heard.Plan.class);

    List<LoggedRequest> requests = server.requests();
    assertThat(requests).hasSize(2);
    assertThat(at(requests.getLast())).isAfterOrEqualTo(at(requests.getFirst()).plusSeconds(1));
    assertThat(requests.getLast().getBodyAsString())
        .isEqualTo(requests.getFirst().getBodyAsString());
  }

  /** The server asked for the silence. */
  @Test
  void aPauseThatTheServerAsksForMayBeLongerThanItsSilenceMay() {
    server.answers(busy(429).withHeader("Retry-After", "4"), stream(script.calls(Table.PLAN)));
    Patience shortIdle = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(20), 1);

    assertThat(say(Table.WISH, shortIdle)).isInstanceOf(Heard.Plan.class);
  }

  private static Instant at(LoggedRequest request) {
    return Instant.parse(request.getLoggedDateString());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503, 529})
  void givesUpOnAServerThatStaysBusy(int status) {
    server.answers(busy(status).withHeader("Retry-After", "0"));

    assertCannot(say("hello", RETRYING)).contains("status " + status);
    assertThat(server.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500})
  void asksOnceWhereTheServerSaysNo(int status) {
    server.answers(aResponse().withStatus(status).withBody("wrong key sk-test"));

    assertCannot(say("hello", RETRYING))
        .contains("status " + status)
        .contains("CANTILEVER_LLM_KEY")
        .doesNotContain("sk-test");
    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().getFirst().getHeader("Authorization")).isEqualTo("Bearer sk-test");
  }

  @Test
  void saysThatAServerCannotBeReached() {
    Endpoint gone = server.endpoint("sk-test");
    server.close();

    assertCannot(say("hello", new ModelPlanner(gone, SHORT)))
        .contains("cannot be asked")
        .contains("CANTILEVER_LLM_URL");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void doesNothingWhereTheConnectionBreaks(Fault fault) {
    server.answers(aResponse().withFault(fault));

    assertCannot(say("hello", SHORT)).contains("nothing of it was done");
  }

  @Test
  void stopsWaitingForAServerThatKeepsSilent() {
    server.answers(stream(script.words("Hello.")).withFixedDelay(8_000));

    assertThatItTook(() -> assertCannot(say("hello", SHORT)).contains("nothing came for 1 s"))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
  }

  @Test
  void stopsWaitingForAServerThatFallsSilentInTheMiddle() {
    server.answers(stream(script.calls(Table.PLAN)).withChunkedDribbleDelay(2, 16_000));

    assertThatItTook(() -> assertCannot(say("hello", SHORT)).contains("nothing came for 1 s"))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
  }

  @Test
  void stopsAnAnswerThatTakesTooLongInAll() {
    Patience patience = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(1), 0);
    server.answers(stream(script.words("Hello.")).withChunkedDribbleDelay(80, 8_000));

    assertCannot(say("hello", patience)).contains("it took more than 1 s");
  }

  @Test
  void waitsForAPlanThatComesSlowlyButSteadily() {
    List<String> pieces = script.slowly(Table.PLAN);
    server.answers(stream(pieces).withChunkedDribbleDelay(30, 3_000));

    assertThat(say(Table.WISH, SHORT)).isInstanceOf(Heard.Plan.class);
  }

  static List<Script> wires() {
    return List.of(new OpenAiScript(), new AnthropicScript(), new OllamaScript());
  }

  @ParameterizedTest
  @MethodSource("wires")
  void waitsForAModelThatThinksForLong(Script wire) {
    List<String> pieces = new ArrayList<>(Collections.nCopies(200, wire.thought()));
    pieces.addAll(wire.calls(Table.PLAN));
    try (ScriptedServer thinking = new ScriptedServer(wire)) {
      thinking.answers(stream(pieces).withChunkedDribbleDelay(25, 2_500));

      assertThat(say(Table.WISH, new ModelPlanner(thinking.endpoint("sk-test"), SHORT)))
          .isInstanceOf(Heard.Plan.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"length", "content_filter", "something_new"})
  void doesNothingOfATurnThatEndsInAnyOtherWay(String finish) {
    List<String> pieces = script.calls(Table.PLAN);
    server.answers(
        stream(OpenAiScript.ended(pieces.subList(0, pieces.size() - script.endMarks()), finish)));

    assertCannot(say(Table.WISH, SHORT)).contains("not whole").contains("nothing of it was done");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void doesNothingOfATurnInWhichTheServerReportsAnError() {
    List<String> pieces = script.calls(Table.PLAN).subList(0, 2);
    String error = "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n";
    server.answers(stream(List.of(pieces.getFirst(), pieces.getLast(), error, "data: [DONE]\n\n")));

    assertCannot(say(Table.WISH, SHORT)).contains("not whole");
  }

  private static AbstractDurationAssert<?> assertThatItTook(Runnable deed) {
    long begun = System.nanoTime();
    deed.run();
    return assertThat(Duration.ofNanos(System.nanoTime() - begun));
  }
}
