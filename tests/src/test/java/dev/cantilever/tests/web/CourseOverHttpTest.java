package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that waits, goes on and goes elsewhere because somebody asks for it over HTTP. */
class CourseOverHttpTest {

  private static final String RUN = "/api/runs/run-0001";
  private static final String PLAN =
      """
      {"goal": "Loops", "steps": [
        {"kind": "ask", "question": "Begin?", "options": ["yes", "no"], "as": "begin", "within": "2 min"},
        {"kind": "call", "tool": "campaign.start", "arguments":
          {"instrument": "pfm-pto", "points": 9, "seed_points": 3, "batch": 2, "restarts": 1,
           "bias_amplitude": "8.5 V"}},
        {"kind": "ask", "question": "End?", "options": ["yes", "no"], "as": "end", "within": "2 min"}]}
      """;

  @TempDir private Path home;
  private Served served;

  @BeforeEach
  void serve() {
    served =
        new Served(
            home, Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1)));
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aCampaignIsPausedSteeredAndContinuedAndItsStreamShowsEach() throws Exception {
    begin();
    assertThat(post("/continue", "{}").status()).isEqualTo(409);
    post("/answer", "{\"choice\": \"yes\"}");
    try (Sight sight = Sight.of(served.port(), served.secret(Role.VIEWER), "run-0001", -1)) {
      sight.next(one -> named(one, "campaign.measured"));
      Served.Answer paused = post("/pause", "{\"reason\": \"a visitor\"}");
      assertThat(paused.json().path("answer").asText()).contains("waits before its next step");
      Sight.Frame pause = sight.next(one -> named(one, "run.pause-requested")).orElseThrow();
      assertThat(by(pause)).isEqualTo("operator web");
      assertThat(sheet().path("paused").path("reason").asText()).isEqualTo("a visitor");
      long held = held();

      Served.Answer steered =
          post("/steer", "{\"change\": {\"kind\": \"visit\", \"sites\": [17, 2499]}}");
      assertThat(steered.status()).as(steered.text()).isEqualTo(200);
      assertThat(steered.whole().headers().firstValue("Cantilever-Call")).isPresent();
      assertThat(measured()).isEqualTo(held);
      assertThat(post("/continue", "{}").status()).isEqualTo(200);

      Sight.Frame on = sight.next(one -> named(one, "run.continued")).orElseThrow();
      assertThat(by(on)).isEqualTo("operator web");
      assertThat(sight.next(one -> named(one, "campaign.steered"))).isPresent();
      List<Integer> sites = new ArrayList<>();
      Optional<Sight.Frame> frame = sight.next(CourseOverHttpTest::isMeasuredOrAsked);
      while (frame.isPresent() && named(frame.get(), "campaign.measured")) {
        sites.add(frame.get().data().path("rawEvent").path("body").path("site").asInt());
        frame = sight.next(CourseOverHttpTest::isMeasuredOrAsked);
      }
      assertThat(sites).startsWith(17, 2499);
      Sight.Frame state = sight.next(one -> one.event().equals("STATE_SNAPSHOT")).orElseThrow();
      assertThat(state.data().path("snapshot").path("steered").asInt()).isEqualTo(1);
      assertThat(state.data().path("snapshot").path("paused").asBoolean()).isFalse();
    }
    assertThat(post("/steer", "{\"change\": {\"kind\": \"spend\", \"points\": 3}}").text())
        .contains("no campaign is running in run-0001");
  }

  @Test
  void whatCannotBeIsRefusedAndNothingIsWritten() throws Exception {
    begin();
    String widened = post("/steer", "{\"change\": {\"kind\": \"visit\", \"sites\": [-1]}}").text();
    assertThat(widened).contains("/change/sites/0", "arg_range");
    Served.Answer twice =
        post(
            "/steer", "{\"run\": \"run-0002\", \"change\": {\"kind\": \"visit\", \"sites\": [1]}}");
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.text()).contains("the run stands in the path");
    assertThat(post("/steer", "{}").text()).contains("arg_conflict");
    assertThat(post("/pause", "{\"at_checkpoint\": \"yes\"}").status()).isEqualTo(422);
    for (String verb : List.of("pause", "continue", "steer")) {
      Served.Answer none = served.post(Role.OPERATOR, "/api/runs/run-0009/" + verb, "{}");
      assertThat(none.status()).as(verb).isEqualTo(404);
    }
    assertThat(served.get(Role.VIEWER, RUN + "/log?filter=type:run.*").text())
        .doesNotContain("pause", "course");
    post("/stop", "{}");
    while (!served.installation().home().isSealed(runOne())) {
      Thread.sleep(20);
    }
    assertThat(post("/pause", "{}").status()).isEqualTo(409);
    assertThat(post("/continue", "{}").status()).isEqualTo(409);
  }

  private void begin() throws InterruptedException {
    JsonNode checked = served.post(Role.OPERATOR, "/api/plans/check", PLAN).json();
    String hash = checked.path("hash").asText();
    assertThat(served.post(Role.OPERATOR, "/api/plans/" + hash + "/run", "").status())
        .as(checked.toString())
        .isEqualTo(202);
    while (!sheet().path("question").path("question").asText().equals("Begin?")) {
      Thread.sleep(20);
    }
  }

  private Served.Answer post(String verb, String body) {
    return served.post(Role.OPERATOR, RUN + verb, body);
  }

  private JsonNode sheet() {
    return served.get(Role.VIEWER, RUN).json();
  }

  private long measured() {
    return sheet().path("line").path("measured").asLong();
  }

  /** How many sites are measured once that does not change for half a second. */
  private long held() throws InterruptedException {
    long last = -1;
    for (long now = measured(); now != last; now = measured()) {
      last = now;
      Thread.sleep(500);
    }
    assertThat(last).isBetween(1L, 8L);
    return last;
  }

  private static boolean isMeasuredOrAsked(Sight.Frame frame) {
    return named(frame, "campaign.measured") || named(frame, "step.asked");
  }

  private static boolean named(Sight.Frame frame, String type) {
    return frame.data().path("rawEvent").path("type").asText().equals(type);
  }

  private static String by(Sight.Frame frame) {
    JsonNode actor = frame.data().path("rawEvent").path("actor");
    return actor.path("id").asText() + " " + actor.path("channel").asText();
  }

  private static dev.cantilever.vocabulary.id.RunId runOne() {
    return new dev.cantilever.vocabulary.id.RunId("run-0001");
  }
}
