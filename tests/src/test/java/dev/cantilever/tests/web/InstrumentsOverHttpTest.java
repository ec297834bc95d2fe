package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.firstlight.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of instruments, and that looking takes none from anybody. */
class InstrumentsOverHttpTest {

  private static final String PLAN =
      """
      {"goal": "A place and a question", "steps": [
        {"kind": "call", "tool": "stage.home", "arguments": {"instrument": "library"}},
        {"kind": "call", "tool": "stage.move_to",
         "arguments": {"instrument": "library", "target": {"x": "3 mm", "y": "2 mm"}, "speed": "5 mm/s"}},
        {"kind": "call", "tool": "raman.acquire",
         "arguments": {"instrument": "library", "exposure": "2 s", "power": "1 mW"}},
        {"kind": "ask", "question": "Done?", "options": ["yes", "no"], "as": "done", "within": "1 min"}]}
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

  private JsonNode instrument(String name) {
    Served.Answer answer = served.get(Role.VIEWER, "/api/instruments/" + name);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode sight(String name) {
    Served.Answer answer = served.get(Role.VIEWER, "/api/instruments/" + name + "/sight");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode named(JsonNode list, String field, String name) {
    for (JsonNode one : list) {
      if (one.path(field).asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no " + name + " in " + list);
  }

  private void begin() throws InterruptedException {
    String hash = served.post(Role.OPERATOR, "/api/plans/check", PLAN).json().path("hash").asText();
    assertThat(served.post(Role.OPERATOR, "/api/plans/" + hash + "/run", "").status())
        .isEqualTo(202);
  }

  private void waitsForAnswer() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (served.get(Role.VIEWER, "/api/runs/run-0001").text().contains("\"question\":\"Done?\"")) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it never asked");
  }

  @Test
  void everyInstrumentTellsWhatItMayDoInUnitsAndWhatACopyOfItSays() {
    for (JsonNode one : served.get(Role.VIEWER, "/api/state").json().path("instruments")) {
      String name = one.path("instrument").asText();
      assertThat(instrument(name).path("not_read").asText()).as(name).contains("copy");
      JsonNode sight = sight(name);
      assertThat(sight.path("simulated").asBoolean()).as(name).isTrue();
      assertThat(sight.path("words").asText()).as(name).isNotEmpty();
      for (JsonNode picture : sight.path("pictures")) {
        assertThat(picture.path("values").size())
            .isEqualTo(picture.path("rows").asInt() * picture.path("columns").asInt());
      }
      JsonNode known = instrument(name);
      assertThat(known.path("reading").path("live").asBoolean()).as(name).isFalse();
      assertThat(known.path("title").asText()).as(name).isNotEmpty();
      for (JsonNode channel : known.path("channels")) {
        JsonNode number = channel.has("min") ? channel.path("min") : channel.path("readback");
        assertThat(number.path("unit").asText()).as(name + channel).isNotEmpty();
        assertThat(channel.has("max")).isEqualTo(channel.has("min"));
      }
      assertThat(known.path("budgets")).as(name).isNotEmpty();
    }
    assertThat(sight("afm").path("pictures").get(0).path("channel").asText())
        .isEqualTo("True height");
    assertThat(sight("ising").path("words").asText()).contains("cannot show its sample");
    assertThat(served.get(Role.VIEWER, "/api/instruments/nobody").status()).isEqualTo(404);
    assertThat(served.log()).isEmpty();
  }

  @Test
  void lookingLeavesNothingBehindAndTouchesNoFileOfTheInstrument() throws IOException {
    sight("library");
    assertThat(home.resolve("instruments/library/ledger.tsv")).doesNotExist();
    try (Stream<Path> copies = Files.list(home.resolve("rehearsals"))) {
      assertThat(copies).isEmpty();
    }
  }

  @Test
  void whoLooksAllTheTimeNeverKeepsARunFromItsInstrument() throws Exception {
    AtomicBoolean ends = new AtomicBoolean();
    List<Thread> lookers = new ArrayList<>();
    for (String path : List.of("/api/instruments/library", "/api/instruments/library/sight")) {
      lookers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!ends.get()) {
                      served.get(Role.VIEWER, path);
                    }
                  }));
    }
    try {
      begin();
      waitsForAnswer();
      JsonNode seen = instrument("library");
      assertThat(seen.path("run").asText()).isEqualTo("run-0001");
      assertThat(seen.path("reading").path("live").asBoolean()).isTrue();
      JsonNode x = named(seen.path("channels"), "channel", "stage_x");
      assertThat(x.path("setpoint").path("value").asDouble()).isEqualTo(3e-3);
      assertThat(x.path("set_by").asText()).isEqualTo("call-2");
      JsonNode exposure = named(seen.path("budgets"), "of", "exposure");
      assertThat(exposure.path("used").asDouble()).isEqualTo(2);
      assertThat(exposure.path("allowed").asDouble()).isEqualTo(18_000);
      Program other = new Program(home);
      assertThat(other.run("call", "instrument.state", "{\"instrument\": \"library\"}").out())
          .as("the lock of the run still holds after all that looking")
          .contains("another process controls this instrument");
    } finally {
      ends.set(true);
      for (Thread looker : lookers) {
        looker.join();
      }
    }
    served.post(Role.OPERATOR, "/api/runs/run-0001/answer", "{\"choice\": \"yes\"}");
    for (int i = 0; i < 200 && instrument("library").has("run"); i++) {
      Thread.sleep(50);
    }
    assertThat(served.get(Role.VIEWER, "/api/runs/run-0001").text()).contains("completed");
  }

  @Test
  void aStoppedInstrumentSaysWhySinceWhenAndWhoOpensIt() {
    served.post(Role.OPERATOR, "/api/instruments/afm/stop", "{\"reason\": \"smell of smoke\"}");
    JsonNode stopped = instrument("afm").path("stopped");
    assertThat(stopped.path("reason").asText()).contains("smell of smoke", "operator");
    assertThat(stopped.path("since").asText()).startsWith("20");
    assertThat(stopped.path("clears").asText()).contains("safety officer");
    served.post(Role.SAFETY_OFFICER, "/api/instruments/afm/reset", "{\"reason\": \"aired\"}");
    assertThat(instrument("afm").has("stopped")).isFalse();
  }

  @Test
  void theDoseThatASampleHasGotIsAMapOfIt() throws IOException {
    sight("stem"); // lays it down
    Files.writeString(
        home.resolve("instruments/stem/doses.tsv"), "0\t0\t2e-8\t1000\n1e-8\t0\t0\t2000\n");
    JsonNode dose = sight("stem").path("dose");
    assertThat(dose.path("unit").asText()).isEqualTo("e/m^2");
    double fullest = 0;
    for (JsonNode cell : dose.path("values")) {
      fullest = Math.max(fullest, cell.asDouble());
    }
    double cell = 5e-9;
    assertThat(fullest)
        .isCloseTo(
            1000 / 4e-16 + 2000 / (cell * cell),
            org.assertj.core.data.Percentage.withPercentage(1));
    assertThat(dose.path("left").asDouble()).isNegative();
    assertThat(instrument("stem").path("envelope").path("dose_max").path("value").asDouble())
        .isEqualTo(1e28);
  }
}
