package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way of a plan: checked, looked at, rehearsed, run, asked, stopped; and what is left of it.
 */
class PlanOverHttpTest {

  static final String PLAN =
      """
      {"goal": "Two spectra, and a third if wanted", "steps": [
        {"kind": "call", "tool": "stage.home", "arguments": {"instrument": "library"}},
        {"kind": "call", "tool": "raman.acquire",
         "arguments": {"instrument": "library", "exposure": "1 s", "power": "1 mW"}, "as": "look"},
        {"kind": "measure", "as": "taken", "value": {"$": "look.duration"}},
        {"kind": "ask", "question": "One more?", "options": ["yes", "no"], "as": "more",
         "within": "2 min"}]}
      """;

  @TempDir private Path home;
  private Served served;

  @BeforeEach
  void serve() {
    served = new Served(home, Limits.USUAL);
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aPlanIsCheckedRehearsedRunAnsweredAndProven() throws Exception {
    String hash = checked(PLAN);
    JsonNode shown = served.get(Role.VIEWER, "/api/plans/" + hash).json();
    assertThat(shown.path("by").path("id").asText()).isEqualTo("operator");
    assertThat(shown.path("steps").toString()).contains("1. stage.home");

    JsonNode rehearsed = served.post(Role.OPERATOR, "/api/plans/" + hash + "/rehearse", "").json();
    assertThat(rehearsed.path("status").asText()).isEqualTo("completed");
    assertThat(served.get(Role.VIEWER, "/api/runs").json().path("runs")).isEmpty();

    Served.Answer begun = served.post(Role.OPERATOR, "/api/plans/" + hash + "/run", "");
    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.whole().headers().firstValue("Location")).contains("/api/runs/run-0001");
    JsonNode line = waitsFor("One more?");
    assertThat(line.path("goal").asText()).startsWith("Two spectra");

    Served.Answer second = served.post(Role.OPERATOR, "/api/plans/" + hash + "/run", "");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text()).contains("another run has library");
    Served.Answer state = served.get(Role.VIEWER, "/api/state");
    assertThat(state.text()).contains("\"run\":\"run-0001\"");

    assertThat(answer("perhaps").status()).isEqualTo(409);
    assertThat(answer("no").status()).isEqualTo(200);
    JsonNode sheet = ended();
    assertThat(sheet.path("line").path("status").asText()).isEqualTo("completed");
    assertThat(sheet.path("approved").asBoolean()).isTrue();

    JsonNode calls = served.get(Role.VIEWER, "/api/runs/run-0001/calls?state=settled").json();
    assertThat(calls.path("calls")).hasSize(2);
    assertThat(calls.path("calls").get(0).path("by").path("channel").asText()).isEqualTo("web");
    JsonNode verdict = served.get(Role.VIEWER, "/api/runs/run-0001/log/verify").json();
    assertThat(verdict.path("intact").asBoolean() && verdict.path("sealed").asBoolean()).isTrue();
    assertThat(served.get(Role.VIEWER, "/api/runs/run-0001/report").text())
        .startsWith("<!doctype html>");
    assertThat(approver()).isEqualTo("operator");
    assertThat(served.log()).isEmpty();
  }

  @Test
  void dataOfARunAreThereByTheirHash() throws Exception {
    String hash = checked(PLAN);
    served.post(Role.OPERATOR, "/api/plans/" + hash + "/run", "");
    waitsFor("One more?");
    answer("no");
    ended();
    String entries = served.get(Role.VIEWER, "/api/runs/run-0001/log").text();
    Set<String> blobs = new TreeSet<>();
    java.util.regex.Matcher cited =
        java.util.regex.Pattern.compile("\"blob\":\"(sha256:[0-9a-f]{64})\"").matcher(entries);
    while (cited.find()) {
      blobs.add(cited.group(1));
    }
    assertThat(blobs).isNotEmpty();
    for (String blob : blobs) {
      Served.Answer data = served.get(Role.VIEWER, "/api/runs/run-0001/blobs/" + blob);
      assertThat(data.status()).isEqualTo(200);
      assertThat(data.whole().headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment");
    }
  }

  @Test
  void aRunEndsBeforeItsNextStepWhereSomebodyHereStopsIt() throws Exception {
    String hash = checked(PLAN);
    served.post(Role.OPERATOR, "/api/plans/" + hash + "/run", "");
    waitsFor("One more?");
    Served.Answer stopped =
        Served.send(
            served
                .builder("/api/runs/run-0001/stop", "", "Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"reason\": \"tea\"}")));
    assertThat(stopped.status()).isEqualTo(200);
    assertThat(ended().path("line").path("status").asText()).isEqualTo("stopped");
    assertThat(served.post(Role.OPERATOR, "/api/runs/run-0001/stop", "").status()).isEqualTo(409);
    assertThat(served.log()).containsExactly("stopped: run-0001: tea (somebody-here)");
  }

  @Test
  void whatWasStoppedStaysSoUntilASafetyOfficerHasLooked() {
    Served.Answer stopped = served.post(Role.VIEWER, "/api/stop", "");
    assertThat(stopped.json().path("reason").asText()).isEqualTo("stopped over HTTP (viewer)");
    assertThat(stopped.json().path("at_rest").toString() + stopped.json().path("held"))
        .contains("library", "afm");
    String reset = "/api/instruments/library/reset";
    assertThat(served.post(Role.OPERATOR, reset, "{\"reason\": \"x\"}").status()).isEqualTo(403);
    String refused = served.post(Role.OPERATOR, "/api/plans/check", PLAN).text();
    assertThat(refused).contains("stopped over HTTP");
    assertThat(served.post(Role.SAFETY_OFFICER, reset, "").status()).isEqualTo(422);
    Served.Answer open = served.post(Role.SAFETY_OFFICER, reset, "{\"reason\": \"I looked\"}");
    assertThat(open.status()).as(open.text()).isEqualTo(200);
    assertThat(checked(PLAN)).startsWith("sha256:");
  }

  @Test
  void onlyAPlanThatSomebodyHadCheckedIsRun() {
    String nobodys = "sha256:" + "0".repeat(64);
    for (String verb : List.of("run", "rehearse")) {
      assertThat(
              served.post(Role.OPERATOR, "/api/plans/%s/%s".formatted(nobodys, verb), "").status())
          .isEqualTo(404);
    }
    JsonNode refused =
        served
            .post(
                Role.OPERATOR,
                "/api/plans/check",
                PLAN.replace("1 mW", "1 kV").replace("stage.home", "stage.hom"))
            .json();
    assertThat(refused.toString()).contains("arg_unit", "stage.home");
  }

  private String checked(String plan) {
    Served.Answer answer = served.post(Role.OPERATOR, "/api/plans/check", plan);
    assertThat(answer.json().path("problems")).as(answer.text()).isEmpty();
    return answer.json().path("hash").asText();
  }

  private Served.Answer answer(String choice) {
    return served.post(
        Role.OPERATOR, "/api/runs/run-0001/answer", "{\"choice\": \"%s\"}".formatted(choice));
  }

  private JsonNode waitsFor(String question) throws InterruptedException {
    for (int attempt = 0; attempt < 600; attempt++) {
      JsonNode runs = served.get(Role.VIEWER, "/api/runs").json().path("runs");
      if (runs.path(0).path("question").asText().equals(question)) {
        return runs.path(0);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the run asks nothing");
  }

  private JsonNode ended() throws InterruptedException {
    for (int attempt = 0; attempt < 600; attempt++) {
      JsonNode sheet = served.get(Role.VIEWER, "/api/runs/run-0001").json();
      boolean sealed = served.installation().home().isSealed(runOne());
      if (sealed && !sheet.path("line").path("status").asText().equals("unfinished")) {
        return sheet;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the run does not end");
  }

  private static dev.cantilever.vocabulary.id.RunId runOne() {
    return new dev.cantilever.vocabulary.id.RunId("run-0001");
  }

  private String approver() {
    return served
        .get(Role.VIEWER, "/api/runs/run-0001/log?filter=type:run.approved")
        .json()
        .path("entries")
        .path(0)
        .path("actor")
        .path("id")
        .asText();
  }
}
