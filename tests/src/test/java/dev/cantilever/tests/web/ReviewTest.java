package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.audit.Wishes;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reviewer finds over HTTP: calls by what they are, two runs, a number's call, the proof.
 */
class ReviewTest {

  private static final String WISH = "map the loop area with 14 points, 4 at a time";

  @TempDir private Path home;
  private Served served;
  private RunId run;

  @BeforeEach
  void aRunToLookAt() {
    served = new Served(home, Limits.USUAL);
    run = new Wishes(served.installation()).grant(WISH, 3).run();
  }

  @AfterEach
  void end() {
    served.close();
  }

  private Home home() {
    return served.installation().home();
  }

  private JsonNode get(String path) {
    Served.Answer answer = served.get(Role.VIEWER, "/api/runs/" + path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode calls(Object of, String filter) {
    return get("%s/calls?filter=%s".formatted(of, escaped(filter)));
  }

  private static String escaped(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void callsAreFoundByWhoWhatAndWhen() {
    int all = get(run + "/calls").path("matching").asInt();
    assertThat(all).isEqualTo(29);
    assertThat(calls(run, "tool:instrument.move").path("matching").asInt()).isEqualTo(14);
    assertThat(calls(run, "effect:expose is:approved").path("matching").asInt()).isEqualTo(15);
    assertThat(calls(run, "is:changing").path("matching").asInt()).isEqualTo(29);
    assertThat(calls(run, "kind:planner").path("calls").path(0).path("step").asText())
        .isEqualTo("1");
    assertThat(calls(run, "is:refused").path("matching").asInt()).isZero();
    JsonNode third = calls(run, "call:call-3").path("calls").path(0);
    String at = third.path("proposed").asText();
    int before = calls(run, "before:" + at).path("matching").asInt();
    assertThat(before + calls(run, "after:" + at).path("matching").asInt()).isEqualTo(all);
    assertThat(third.path("rule").asText()).contains("inside call-1");
    assertThat(third.path("seconds").asDouble()).isPositive();
    assertThat(third.path("arguments").path("instrument").asText()).isEqualTo("pfm-pto");
  }

  @Test
  void pagesOfAFilterHoldEveryCallOnce() {
    List<String> names = new ArrayList<>();
    JsonNode page = get(run + "/calls?limit=3&filter=effect:move");
    while (!page.path("next").isMissingNode()) {
      page.path("calls").forEach(call -> names.add(call.path("call").asText()));
      page = get("%s/calls?limit=3&filter=effect:move&from=%s".formatted(run, page.path("next")));
    }
    page.path("calls").forEach(call -> names.add(call.path("call").asText()));
    assertThat(names).hasSize(14).doesNotHaveDuplicates();
  }

  @Test
  void aWordThatIsNoneIsToldWithThoseThatAre() {
    Served.Answer answer = served.get(Role.VIEWER, "/api/runs/" + run + "/calls?filter=colour:red");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("actor, after, before, call", "is, kind", "tool");
  }

  @Test
  void whatNobodyHasApprovedIsFoundAtTheDesk() {
    served.post(Role.OPERATOR, "/api/tools/stage.home", "{\"instrument\": \"library\"}");
    JsonNode refused = calls("desk", "is:outside-plan").path("calls").path(0);
    assertThat(refused.path("tool").asText()).isEqualTo("stage.home");
    assertThat(refused.path("problems").toString()).contains("no person has approved it");
    assertThat(refused.path("by").path("id").asText()).isEqualTo("operator");
    assertThat(calls("desk", "is:changing").path("matching").asInt()).isZero();
  }

  @Test
  void aSheetTellsWhoApprovedWhatUnderWhichEnvelopes() {
    JsonNode sheet = get(run + "/sheet");
    assertThat(sheet.path("goal").asText()).isEqualTo(WISH);
    assertThat(sheet.path("approval").path("by").path("id").asText()).isEqualTo("reviewed");
    assertThat(sheet.path("approval").path("root").asText()).startsWith("sha256:");
    assertThat(sheet.path("envelopes").toString()).contains("pto-film v1");
    assertThat(sheet.path("status").asText()).isEqualTo("completed");
    assertThat(sheet.path("sealed").asBoolean()).isTrue();
    assertThat(sheet.path("points").asInt()).isEqualTo(14);
    int entries = 0;
    for (JsonNode strip : sheet.path("strips")) {
      for (JsonNode count : strip.path("counts")) {
        entries += count.asInt();
      }
    }
    assertThat(entries).isEqualTo(sheet.path("entries").asInt());
    assertThat(get(run + "/why?step=call-2").toString()).contains(WISH, "person reviewed by chat");
    assertThat(served.get(Role.VIEWER, "/api/runs/" + run + "/why?step=call-99").status())
        .isEqualTo(404);
  }

  @Test
  void whatIsWrittenMeanwhileIsSeenAtTheNextLook() {
    try (Writer writer = Writer.of(home())) {
      String sheet = writer.run() + "/sheet";
      assertThat(get(sheet).path("happened")).hasSize(1);
      writer.append(new RunEvent.StopRequested("tea"));
      assertThat(get(sheet).path("happened").path(1).path("words").asText()).isEqualTo("stop: tea");
      writer.end();
      assertThat(get(sheet).path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void twoRunsStandSideBySide() {
    RunId other =
        new Wishes(served.installation()).grant(WISH.replace("14 points", "15 points"), 3).run();
    JsonNode diff = get("%s/diff/%s".formatted(run, other));
    JsonNode comparison = diff.path("comparison");
    assertThat(comparison.path("plan").toString()).contains("-     points: 14", "+     points: 15");
    assertThat(comparison.path("steps").path(0).path("differs").toString())
        .isEqualTo("[\"points\",\"outcome\"]");
    assertThat(diff.path("other_facts").path("measured").asInt()).isEqualTo(15);
    JsonNode same = get("%s/diff/%s".formatted(run, run)).path("comparison");
    assertThat(same.path("plan")).isEmpty();
    assertThat(same.path("steps").path(0).path("differs")).isEmpty();
  }

  @Test
  void aRunIsWorkedOutAnewAndAPlantedNumberIsFound() {
    JsonNode equal = replay(run);
    assertThat(equal.path("compared").asInt()).isGreaterThan(8);
    assertThat(equal.path("equal")).isEqualTo(equal.path("compared"));
    RunId planted =
        Copied.with(
            home(),
            run,
            event ->
                List.of(
                    event instanceof CampaignEvent.Measured one
                            && one.call().value().equals("call-5")
                        ? new CampaignEvent.Measured(
                            one.site(), one.call(), one.blob(), one.reward() * 1.01)
                        : event));
    assertThat(get(planted + "/log/verify").path("intact").asBoolean()).isTrue();
    assertThat(replay(planted).path("differences").toString()).contains("reward of call-5");
  }

  private JsonNode replay(RunId which) {
    return served.post(Role.VIEWER, "/api/runs/%s/replay".formatted(which), "{}").json();
  }

  @Test
  void aNumberIsFollowedToItsCall() {
    CampaignEvent.Measured measured =
        home().find(run).orElseThrow().campaign().stream()
            .filter(CampaignEvent.Measured.class::isInstance)
            .map(CampaignEvent.Measured.class::cast)
            .filter(one -> one.call().value().equals("call-7"))
            .findFirst()
            .orElseThrow();
    String shown = String.format(Locale.ROOT, "%.5g", measured.reward());
    JsonNode sources = get("%s/numbers?text=%s".formatted(run, escaped(shown))).path("sources");
    assertThat(sources.path(0).path("call").asText()).isEqualTo("call-7");
    assertThat(sources.path(0).path("where").asText()).startsWith("reward of site");
    assertThat(get(run + "/numbers?text=8.5%20V").path("sources")).isEmpty();
    assertThat(get(run + "/numbers?text=words").path("sources")).isEmpty();
  }

  @Test
  void anExportIsTheWholeRunInOneFile() throws IOException, InterruptedException {
    String path = "/api/runs/%s/export".formatted(run);
    HttpResponse<byte[]> zip =
        HttpClient.newHttpClient()
            .send(
                served.builder(path, served.secret(Role.VIEWER)).GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
      for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
        names.add(one.getName());
      }
    }
    assertThat(names).contains("log.jsonl", "Verifier.java", "plan.yaml", "prov.json");
    try (Writer writer = Writer.of(home())) {
      Served.Answer unfinished =
          served.get(Role.VIEWER, "/api/runs/%s/export".formatted(writer.run()));
      assertThat(unfinished.status()).isEqualTo(409);
      assertThat(unfinished.text()).contains("is signed up to entry");
    }
  }

  @Test
  void aCallThatHangsOnAStrangersTextSaysOnWhich() {
    RunId followed = home().newRun();
    CallId read = new CallId("call-1");
    CallId moved = new CallId("call-2");
    JsonText exposure = new JsonText("{\"exposure\":{\"$\":\"note.value\"}}");
    Plan plan =
        new Plan(
            "do as the note says",
            List.of(
                new Step.Call("text.read", new JsonText("{}"), Optional.of("note")),
                new Step.Call("raman.acquire", exposure, Optional.empty())));
    try (RunLog log = home().open(followed)) {
      log.append(
          Actor.RUNTIME,
          List.of(
              new RunEvent.Opened(
                  "test",
                  plan,
                  "sha256:" + "0".repeat(64),
                  List.of(),
                  Optional.empty(),
                  Optional.empty()),
              new CallEvent.Proposed(read, Optional.empty(), Optional.of("1"), "text.read", "{}"),
              new CallEvent.Proposed(
                  moved, Optional.empty(), Optional.of("2"), "raman.acquire", "{}")),
          List.of());
    }
    JsonNode untrusted = calls(followed, "is:untrusted").path("calls");
    assertThat(untrusted).hasSize(1);
    assertThat(untrusted.path(0).path("call").asText()).isEqualTo("call-2");
    assertThat(untrusted.path(0).path("origins").toString()).contains("text.read of step 1");
    assertThat(calls(followed, "is:quoting").path("calls").path(0).path("call").asText())
        .isEqualTo("call-1");
  }

  @Test
  void theProofSaysWhoSignedHowMuch() {
    JsonNode verdict = get(run + "/log/verify");
    assertThat(verdict.path("intact").asBoolean()).isTrue();
    assertThat(verdict.path("signed").path("size")).isEqualTo(verdict.path("entries"));
  }
}
