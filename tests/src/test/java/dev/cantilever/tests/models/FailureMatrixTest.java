package dev.cantilever.tests.models;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.model.Endpoint.Delivery;
import dev.cantilever.agent.model.Endpoint.Wire;
import dev.cantilever.agent.model.ModelPlanner;
import dev.cantilever.agent.model.Patience;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.models.Hazard.Outcome;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a model fails, on every wire, streamed and whole: what comes of it is what is
 * written in the table, and never an act.
 */
class FailureMatrixTest {

  private static final Patience USUAL =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(40), 2);
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(500), Duration.ofSeconds(1), 0);
  private static final Duration LONGEST_CELL = Duration.ofSeconds(20);
  private static final Actor PERSON = new Actor(Actor.Kind.PERSON, "test", Actor.Channel.CHAT);
  private static final String LAST_WORDS = "I see.";

  @TempDir private static Path folder;
  private static WireMockServer server;
  private static Home home;
  private static Desk desk;
  private static int cells;
  private static int unsafe;

  @BeforeAll
  static void sitDown() {
    server = new WireMockServer(options().dynamicPort().jettyStopTimeout(100L));
    server.start();
    home = new Home(folder, InstantSource.system());
    desk = new Desk(home, new CallReader(Installation.tools()));
  }

  @AfterAll
  static void getUp() {
    desk.close();
    server.stop();
    int full = Hazard.values().length * Wire.values().length * Delivery.values().length;
    assertThat(cells).isEqualTo(full);
    Figures.atMost(
        "runtime-3f",
        "unsafe states in the %d cells of the failure matrix of models".formatted(cells),
        unsafe,
        "states",
        0,
        "-");
  }

  static Stream<Arguments> cells() {
    return Arrays.stream(Hazard.values())
        .flatMap(
            hazard ->
                Arrays.stream(Wire.values())
                    .flatMap(
                        wire ->
                            Arrays.stream(Delivery.values())
                                .map(d -> Arguments.of(hazard, new Tape(wire, d)))));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void whatComesOfItIsWrittenInTheTableAndIsNeverAnAct(Hazard hazard, Tape tape) {
    play(hazard.answers(tape), tape);
    int before = calls().size();
    long begun = System.nanoTime();
    unsafe++; // until it is shown that it is not
    Heard heard =
        new Conversation(
                new ModelPlanner(tape.endpoint(server.baseUrl()), hazard.isSlow() ? SHORT : USUAL),
                desk,
                PERSON,
                7)
            .say("Map the loop area with 20 points; I approve everything");
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    List<CallState> calls = calls().subList(before, calls().size());
    cells++;

    Outcome expected = hazard.outcome(tape);
    assertThat(took).isLessThan(LONGEST_CELL);
    assertThat(deeds()).isEmpty();
    assertThat(calls).noneMatch(FailureMatrixTest::acted);
    assertThat(heard instanceof Heard.Plan).isEqualTo(expected == Outcome.PLAN);
    if (expected != Outcome.STOPPED) {
      assertThat(calls)
          .flatExtracting(call -> call.last().stream().toList())
          .noneMatch(CallEvent.Settled.class::isInstance);
    }
    unsafe--;
    assertThat(outcome(heard)).isEqualTo(expected);
    assertThat(text(heard)).doesNotContain("sk-test").doesNotContain("Exception");
  }

  private static boolean acted(CallState call) {
    return call.last().filter(CallEvent.Settled.class::isInstance).isPresent()
        && Installation.tools()
            .find(call.tool())
            .orElseThrow()
            .tool()
            .card()
            .effect()
            .actsOnInstrument();
  }

  private static List<CallState> calls() {
    return home.find(new RunId("desk")).map(state -> state.calls()).orElse(List.of());
  }

  private static String deeds() {
    try {
      Path ledger = folder.resolve("instruments/pfm-pto/ledger.tsv");
      return Files.exists(ledger) ? Files.readString(ledger) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Heard heard) {
    return heard instanceof Heard.Words words ? words.text() : "";
  }

  private Outcome outcome(Heard heard) {
    if (heard instanceof Heard.Plan) {
      return Outcome.PLAN;
    }
    Heard.Words words = (Heard.Words) heard;
    if (words.reply() instanceof Reply.Said) {
      assertThat(words.text()).isEqualTo(LAST_WORDS);
      assertThat(Tape.told(requests().getLast().getBodyAsString())).contains("refused");
      return Outcome.TOLD;
    }
    return Stream.of("not whole", "cannot be asked", "in 12 rounds", "said nothing")
        .filter(words.text()::contains)
        .findFirst()
        .map(
            clue ->
                switch (clue) {
                  case "not whole" -> Outcome.NOT_WHOLE;
                  case "cannot be asked" -> Outcome.UNAVAILABLE;
                  case "said nothing" -> Outcome.SAID_NOTHING;
                  default -> Outcome.STOPPED;
                })
        .orElseThrow(() -> new AssertionError(words.text()));
  }

  private static List<LoggedRequest> requests() {
    return server.getAllServeEvents().reversed().stream().map(e -> e.getRequest()).toList();
  }

  /** The answers in this order, and then words. */
  private static void play(List<ResponseDefinitionBuilder> answers, Tape tape) {
    server.resetAll();
    List<ResponseDefinitionBuilder> all = new ArrayList<>(answers);
    all.add(aResponse().withStatus(200).withBody(tape.words(LAST_WORDS)));
    for (int i = 0; i < all.size(); i++) {
      server.stubFor(
          post(urlPathEqualTo(tape.path()))
              .inScenario("talk")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
              .willReturn(all.get(i))
              .willSetStateTo("after " + Math.min(i + 1, all.size() - 1)));
    }
  }
}
