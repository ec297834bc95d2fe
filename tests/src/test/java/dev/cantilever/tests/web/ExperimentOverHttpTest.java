package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page draws of a run, on campaigns of the twin of a piezoresponse force microscope. */
class ExperimentOverHttpTest {

  private static final String LOOPS =
      """
      {"goal": "Loops", "steps": [
        {"kind": "call", "tool": "campaign.start", "arguments":
          {"instrument": "pfm-pto", "points": 9, "seed_points": 3, "batch": 2, "restarts": 1,
           "bias_amplitude": "8.5 V"%s}}]}
      """;
  private static final String BARRELS =
      """
      {"goal": "Tough", "steps": [
        {"kind": "call", "tool": "campaign.search", "arguments":
          {"instrument": "crossed-barrel", "points": 7, "seed_points": 4,
           "goals": [{"outcome": "toughness", "direction": "maximise"}]}}]}
      """;
  private static final String UCB =
      "{\"change\": {\"kind\": \"rank\", \"acquisition_function\":"
          + " {\"kind\": \"upper_confidence_bound\", \"beta\": 400}}}";

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
  void pointsComeInTheirOrderAndOnlyTheNewOnesWhereThatIsWanted() throws Exception {
    ended(LOOPS.formatted(""), 1);
    JsonNode whole = look("run-0001/experiment");
    JsonNode sites = whole.path("sites");
    assertThat(sites.path("grid").path("rows").asInt()).isEqualTo(50);
    assertThat(sites.path("unit").asText()).isEqualTo("V·a.u.");
    assertThat(numbers(sites.path("points"), "site")).isEqualTo(journalledSites());
    assertThat(numbers(sites.path("points"), "iteration")).startsWith(0, 0, 0, 1, 1, 2, 2);
    double best = Double.NEGATIVE_INFINITY;
    for (JsonNode point : sites.path("points")) {
      best = Math.max(best, point.path("reward").asDouble());
      assertThat(point.path("best").asDouble()).isEqualTo(best);
    }
    assertThat(whole.path("status").asText()).isEqualTo("completed");
    assertThat(whole.path("progress").path("words").asText()).startsWith("9 of 9 points");
    JsonNode loops = budget(whole, "loops");
    assertThat(loops.path("used").asInt()).isEqualTo(9);
    assertThat(loops.path("allowed").asInt()).isGreaterThan(9);
    assertThat(budget(whole, "travel").path("unit").asText()).isEqualTo("m");

    JsonNode rest = look("run-0001/experiment?from=5").path("sites");
    assertThat(rest.path("total").asInt()).isEqualTo(9);
    assertThat(numbers(rest.path("points"), "site")).isEqualTo(journalledSites().subList(5, 9));
    assertThat(numbers(rest.path("batches"), "after")).containsExactly(5, 7);
  }

  @Test
  void whatIsBelievedIsWhatTheJournalSaysOfEveryBatch() throws Exception {
    ended(LOOPS.formatted(""), 1);
    JsonNode batches = look("run-0001/experiment").path("sites").path("batches");
    assertThat(batches).hasSize(4);
    for (JsonNode batch : batches) {
      int after = batch.path("after").asInt();
      JsonNode belief = look("run-0001/belief?points=" + after).path("sites");
      assertThat(belief.path("as_journalled").asBoolean()).as("after " + after).isTrue();
      assertThat(belief.path("next")).isEqualTo(batch.path("sites"));
      if (after > 0) {
        JsonNode first = belief.path("choices").get(0);
        JsonNode maps = belief.path("maps");
        assertThat(maps.path("mean")).hasSize(2500);
        List<Integer> open = plain(maps.path("open"));
        assertThat(open).hasSize(2500 - after);
        int rank = open.indexOf(first.path("site").asInt());
        assertThat(maps.path("values").get(rank)).isEqualTo(first.path("value"));
        assertThat(maps.path("mean").get(first.path("site").asInt()).asDouble())
            .isEqualTo(first.path("expected").asDouble());
        assertThat(belief.path("words").asText())
            .startsWith("Site " + first.path("site").asInt() + " has the value");
      }
    }
    JsonNode between = look("run-0001/belief?points=4").path("sites");
    assertThat(between.has("as_journalled")).isFalse();
    assertThat(plain(between.path("waiting"))).containsExactly(journalledSites().get(4));
    JsonNode last = look("run-0001/belief").path("sites");
    assertThat(last.path("end").asText()).isEqualTo("all 9 points are measured");
    assertThat(last.path("maps").path("mean")).hasSize(2500);
  }

  @Test
  void anotherCourseGoesWhereACampaignOfThatCourseWentAndNothingIsWritten() throws Exception {
    ended(LOOPS.formatted(""), 1);
    ended(
        LOOPS.formatted(
            ", \"acquisition_function\": {\"kind\": \"upper_confidence_bound\", \"beta\": 400}"),
        2);
    byte[][] before = journals();
    JsonNode other = post("run-0001/preview?points=3", UCB).json().path("sites");
    JsonNode went = look("run-0002/experiment").path("sites").path("batches").get(1).path("sites");
    assertThat(other.path("then").path("next")).isEqualTo(went);
    assertThat(other.path("now").path("next")).isNotEqualTo(went);
    assertThat(other.path("now").path("as_journalled").asBoolean()).isTrue();

    JsonNode visit =
        post("run-0001/preview?points=3", "{\"change\": {\"kind\": \"visit\", \"sites\": [17]}}")
            .json();
    assertThat(plain(visit.path("sites").path("then").path("waiting"))).containsExactly(17);
    JsonNode want =
        post(
                "run-0001/preview?points=5",
                "{\"change\": {\"kind\": \"want\", \"reward\": {\"terms\": [{\"scalariser\": \"response_span\"}]}}}")
            .json();
    assertThat(want.path("sites").path("then").path("next")).hasSize(2);
    Served.Answer wrong =
        post("run-0001/preview?points=3", "{\"change\": {\"kind\": \"visit\", \"sites\": [2500]}}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("the sites are numbered from 0 to 2499");
    assertThat(post("run-0001/preview", "{}").text()).contains("arg_conflict");
    assertThat(post("run-0009/preview", UCB).status()).isEqualTo(404);
    assertThat(Arrays.deepEquals(before, journals())).as("journals are as they were").isTrue();
  }

  @Test
  void aMeasuredSiteShowsItsLoopItsTermsAndWhatWasExpected() throws Exception {
    ended(LOOPS.formatted(""), 1);
    int site = journalledSites().get(5);
    JsonNode sheet = look("run-0001/sites/" + site);
    JsonNode taken = sheet.path("measured");
    assertThat(taken.path("number").asInt()).isEqualTo(6);
    assertThat(taken.path("spectrum").path("sweep").path("unit").asText()).isEqualTo("V");
    double sum = 0;
    for (JsonNode term : taken.path("terms")) {
      sum += term.path("weighted").asDouble();
    }
    assertThat(sum).isCloseTo(taken.path("reward").asDouble(), within(1e-12));
    JsonNode chosen = look("run-0001/belief?points=5").path("sites").path("choices").get(0);
    assertThat(sheet.path("before").path("mean")).isEqualTo(chosen.path("expected"));
    assertThat(sheet.path("now").path("deviation").asDouble())
        .isLessThan(sheet.path("before").path("deviation").asDouble());

    JsonNode first = look("run-0001/sites/" + journalledSites().get(0));
    assertThat(first.has("before")).isFalse();
    int never = Stream.iterate(0, i -> i + 1).filter(i -> !measured(i)).findFirst().orElseThrow();
    JsonNode expected = look("run-0001/sites/%d?points=5".formatted(never));
    assertThat(expected.has("measured")).isFalse();
    assertThat(expected.path("now").path("deviation").asDouble()).isPositive();
    Served.Answer none = served.get(Role.VIEWER, "/api/runs/run-0001/sites/2500");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text()).contains("from 0 to 2499");
  }

  @Test
  void aSearchOverConditionsShowsTheSame() throws Exception {
    ended(BARRELS, 1);
    JsonNode search = look("run-0001/experiment").path("search");
    assertThat(search.path("points")).hasSize(7);
    assertThat(search.path("parameters").get(0).has("unit")).isTrue();
    assertThat(search.path("front")).hasSize(1);
    for (int points : new int[] {0, 4, 5, 6}) {
      JsonNode belief = look("run-0001/belief?points=" + points).path("search");
      assertThat(belief.path("as_journalled").asBoolean()).as("after " + points).isTrue();
      if (points > 1) {
        assertThat(belief.path("slices")).hasSize(search.path("parameters").size());
      }
    }
    byte[][] before = journals();
    JsonNode other =
        post("run-0001/preview?points=5", UCB.replace("\"change\"", "\"search\"")).json();
    assertThat(other.path("search").path("then").path("next")).hasSize(1);
    assertThat(post("run-0001/preview", UCB).status()).isEqualTo(409);
    assertThat(Arrays.deepEquals(before, journals())).isTrue();
  }

  @Test
  void whatVerbsHaveReadIsListedWithItsHashes() throws Exception {
    ended(
        """
        {"goal": "A spectrum", "steps": [
          {"kind": "call", "tool": "stage.home", "arguments": {"instrument": "library"}},
          {"kind": "call", "tool": "raman.acquire",
           "arguments": {"instrument": "library", "exposure": "1 s", "power": "1 mW"}}]}
        """,
        1);
    JsonNode readings = look("run-0001/readings").path("readings");
    JsonNode raman = readings.get(readings.size() - 1);
    assertThat(raman.path("tool").asText()).isEqualTo("raman.acquire");
    String blob = raman.path("read").get(0).path("blob").asText();
    JsonNode curve = look("run-0001/blobs/" + blob);
    assertThat(curve.path("response").path("values").size()).isGreaterThan(10);
    assertThat(look("run-0001/experiment").path("readings").asInt()).isEqualTo(readings.size());
    assertThat(look("run-0001/readings?from=" + readings.size()).path("readings")).isEmpty();
    assertThat(look("run-0001/belief").has("sites")).isFalse();
    assertThat(served.get(Role.VIEWER, "/api/runs/run-0001/sites/0").status()).isEqualTo(404);
  }

  private void ended(String plan, int number) throws InterruptedException {
    JsonNode checked = served.post(Role.OPERATOR, "/api/plans/check", plan).json();
    Served.Answer begun =
        served.post(
            Role.OPERATOR, "/api/plans/%s/run".formatted(checked.path("hash").asText()), "");
    assertThat(begun.status()).as(checked.toString()).isEqualTo(202);
    RunId run = new RunId("run-%04d".formatted(number));
    while (!served.installation().home().isSealed(run)) {
      Thread.sleep(20);
    }
  }

  private JsonNode look(String path) {
    Served.Answer answer = served.get(Role.VIEWER, "/api/runs/" + path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private Served.Answer post(String path, String body) {
    return served.post(Role.VIEWER, "/api/runs/" + path, body);
  }

  private byte[][] journals() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      List<byte[]> all = new ArrayList<>();
      for (Path file : files.filter(one -> one.toString().contains("journal")).sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
      return all.toArray(byte[][]::new);
    }
  }

  private List<Integer> journalledSites() {
    List<Integer> sites = new ArrayList<>();
    for (JsonNode entry : look("run-0001/log?filter=type:campaign.measured").path("entries")) {
      sites.add(entry.path("body").path("site").asInt());
    }
    return sites;
  }

  private boolean measured(int site) {
    return journalledSites().contains(site);
  }

  private static JsonNode budget(JsonNode experiment, String of) {
    for (JsonNode one : experiment.path("budgets")) {
      if (one.path("of").asText().equals(of)) {
        return one;
      }
    }
    throw new AssertionError("no budget of " + of + " in " + experiment.path("budgets"));
  }

  private static List<Integer> numbers(JsonNode list, String name) {
    List<Integer> numbers = new ArrayList<>();
    list.forEach(one -> numbers.add(one.path(name).asInt()));
    return numbers;
  }

  private static List<Integer> plain(JsonNode list) {
    List<Integer> numbers = new ArrayList<>();
    list.forEach(one -> numbers.add(one.asInt()));
    return numbers;
  }
}
