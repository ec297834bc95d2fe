package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.NOBODY;
import static dev.cantilever.tools.dispatch.OneRun.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.search.Reasons;
import dev.cantilever.tools.search.SearchReplay;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.SearchEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choices that weigh what measuring costs, asked for as a planner asks. */
class CostsTest {

  private static final String THREE =
      "{\"observations\": [{\"x\": [0.1], \"y\": 1}, {\"x\": [0.5], \"y\": 2}, {\"x\": [0.9],"
          + " \"y\": 1.5}]}";

  @TempDir Path folder;
  private OneRun run;

  @BeforeEach
  void openTheRun() {
    run = new OneRun(folder);
  }

  @AfterEach
  void closeTheRun() {
    run.close();
  }

  private JsonNode result(String tool, String arguments) {
    return switch (run.call(NOBODY, tool, arguments)) {
      case Answer.Settled settled -> StrictJson.ours(settled.result().canonical());
      case Answer.Refused refused -> throw new AssertionError(refused.problems().toString());
      case Answer.Failed failed -> throw new AssertionError(failed.problems().toString());
    };
  }

  private String proposal(String more) {
    String model = result("surrogate.fit", THREE).get("model").asText();
    return "{\"model\": \"%s\", \"candidates\": [[0.55], [0.65], [0.3]]%s}".formatted(model, more);
  }

  private JsonNode proposed(String more) {
    return result("acquisition.propose", proposal(more)).at("/choices/0");
  }

  @Test
  void aDearCandidateGivesWayToOneThatIsWorthMoreForItsCost() {
    int free = proposed("").at("/choice/candidate").intValue();
    StringBuilder costs = new StringBuilder();
    for (int c = 0; c < 3; c++) {
      costs.append(c == 0 ? "" : ", ").append(c == free ? "1000" : "2");
    }
    JsonNode choice =
        proposed(", \"cost\": {\"kind\": \"each\", \"of\": \"dose\", \"costs\": [" + costs + "]}");
    assertThat(choice.at("/choice/candidate").intValue()).isNotEqualTo(free);
    assertThat(choice.at("/priced/of").asText()).isEqualTo("dose");
    assertThat(choice.at("/priced/cost").doubleValue()).isEqualTo(2);
    double alone = choice.at("/priced/value").doubleValue();
    assertThat(choice.at("/priced/value_per_cost").doubleValue())
        .isCloseTo(alone - StrictMath.log(2), within(1e-12))
        .isEqualTo(choice.at("/choice/value").doubleValue());
  }

  @Test
  void equalCostsChangeNoChoice() {
    JsonNode free = proposed("");
    JsonNode equal = proposed(", \"cost\": {\"kind\": \"each\", \"costs\": [7, 7, 7]}");
    assertThat(equal.at("/choice/candidate")).isEqualTo(free.at("/choice/candidate"));
    assertThat(free.has("priced")).isFalse();
    assertThat(equal.at("/priced/value").doubleValue())
        .isCloseTo(free.at("/choice/value").doubleValue(), within(1e-12));
  }

  /** 5 + 100 · 0.25 from 0.9 to 0.65. */
  @Test
  void theWayFromThePresentPointIsPriced() {
    JsonNode choice =
        proposed(
            ", \"acquisition_function\": {\"kind\": \"maximum_uncertainty\"}, \"cost\": {\"kind\":"
                + " \"way\", \"of\": \"travel\", \"fixed\": 5, \"per_distance\": 100, \"from\":"
                + " [0.9]}");
    assertThat(choice.at("/choice/candidate").intValue()).isEqualTo(1);
    assertThat(choice.at("/priced/cost").doubleValue()).isCloseTo(30, within(1e-12));
    assertThat(choice.at("/priced/value").doubleValue())
        .isCloseTo(choice.at("/choice/deviation").doubleValue(), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"cost\": {\"kind\": \"each\", \"costs\": [1, 2]} | 2 costs for 3 candidates",
        "\"cost\": {\"kind\": \"each\", \"costs\": [1, 0, 2]} | cost of candidate 1 is 0.0",
        "\"cost\": {\"kind\": \"way\", \"per_distance\": 2} | from must say where",
        "\"cost\": {\"kind\": \"way\", \"per_distance\": 2, \"from\": [0, 0]} | in 1 coordinates",
        "\"cost\": {\"kind\": \"each\", \"costs\": [1, 1, 2]}, \"acquisition_function\": {\"kind\":"
            + " \"upper_confidence_bound\"} | either sign cannot be divided by a cost",
        "\"cost\": {\"kind\": \"each\", \"costs\": [1, 1, 2]}, \"batch_rule\": {\"kind\":"
            + " \"monte_carlo\"} | batch rules sequential and spread"
      })
  void costsThatCannotBeWeighedAreRefused(String more, String words) {
    Answer answer = run.call(NOBODY, "acquisition.propose", proposal(", " + more));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(problems(answer).getFirst().message()).contains(words);
  }

  private static String value(double t) {
    return "{\"settings\": [{\"kind\": \"value\", \"name\": \"t\", \"value\": " + t + "}]}";
  }

  private static String heating(String more) {
    return "{\"axes\": [{\"kind\": \"continuous\", \"name\": \"t\", \"min\": 0, \"max\": 100}],"
        + " \"observations\": [{\"condition\": %s, \"y\": 1}, {\"condition\": %s, \"y\": 2},"
            .formatted(value(20), value(50))
        + " {\"condition\": %s, \"y\": 1.2}]%s}".formatted(value(80), more);
  }

  private static String cost(double perDistance, double from) {
    return ", \"cost\": {\"fixed\": 10, \"per_distance\": %s, \"from\": %s}"
        .formatted(perDistance, value(from));
  }

  private double chosen(String more) {
    return result("space.propose", heating(more)).at("/condition/settings/0/value").doubleValue();
  }

  @Test
  void theNextConditionLiesNearerToThePresentOneTheDearerTheWay() {
    double free = chosen("");
    double left = chosen(cost(1000, 20));
    double right = chosen(cost(1000, 80));
    assertThat(left).isLessThan(right);
    assertThat(Math.abs(left - 20)).isLessThan(Math.abs(free - 20));
    assertThat(chosen(cost(0, 20))).isCloseTo(free, within(1e-3));
    JsonNode proposed = result("space.propose", heating(cost(1000, 20)));
    assertThat(proposed.at("/priced/cost").doubleValue())
        .isCloseTo(10 + 1000 * Math.abs(left - 20) / 100, within(1e-9));
    assertThat(proposed.at("/priced/value_per_cost")).isEqualTo(proposed.at("/value"));
  }

  @Test
  void aPresentConditionOutsideTheSpaceIsRefused() {
    Answer answer = run.call(NOBODY, "space.propose", heating(cost(1, 120)));
    assertThat(problems(answer).getFirst().message()).startsWith("the present condition: ");
  }

  private static String ising(String policy, String more) {
    return ("{\"instrument\": \"ising\", \"goals\": [{\"outcome\": \"energy\"}], \"points\": 8,"
            + " \"candidates\": 200, \"policy\": {\"kind\": \"improve\"%s}%s}")
        .formatted(policy, more);
  }

  private static String way(double perDistance) {
    return ", \"acquisition_function\": {\"kind\": \"maximum_uncertainty\"}, \"cost\": {\"kind\":"
        + " \"way\", \"per_distance\": %s}".formatted(perDistance);
  }

  private List<SearchEvent.Proposed> search(String arguments) {
    Answer answer =
        run.call(
            run.approved(run.step("campaign.search", arguments)), "campaign.search", arguments);
    assertThat(problems(answer)).isEmpty();
    assertThat(SearchReplay.of(run.log.state()))
        .isNotEmpty()
        .allSatisfy(pair -> assertThat(pair.recomputed()).isEqualTo(pair.journalled()));
    return run.log.state().search().stream()
        .filter(SearchEvent.Proposed.class::isInstance)
        .map(SearchEvent.Proposed.class::cast)
        .toList();
  }

  private static double coupling(SearchEvent.Proposed proposed) {
    return proposed.trials().getLast().settings().getFirst().value();
  }

  /** The fixed part is the instrument's own time for a trial. */
  @Test
  void aSearchPricesTheWayFromItsLastTrialAndSaysSo() {
    List<SearchEvent.Proposed> proposals = search(ising(way(20), ""));
    double before = coupling(proposals.get(1));
    SearchEvent.Proposed third = proposals.get(2);
    Reasons.ChoiceNumbers why = Reasons.read(third.why()).choices().getFirst();
    assertThat(why.terms())
        .extracting(term -> term.name())
        .contains("value without cost", "cost, s", "value per cost");
    double cost = term(why, "cost, s");
    assertThat(term(why, "value without cost") / cost)
        .isCloseTo(term(why, "value per cost"), within(1e-12));
    Offer.Conditions offer = SearchState.of(run.log.state().search()).orElseThrow().offer();
    Offer.Parameter range = offer.parameters().getFirst();
    double way = Math.abs(coupling(third) - before) / (range.max() - range.min());
    double trial = offer.fidelities().getFirst().time().seconds();
    assertThat(cost).isCloseTo(trial + 20 * way, within(1e-9));
  }

  private static double term(Reasons.ChoiceNumbers why, String name) {
    return why.terms().stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"cost\": {\"kind\": \"each\", \"costs\": [1, 2]} | 2 costs for the 0 conditions",
        "\"cost\": {\"kind\": \"way\", \"per_distance\": 1, \"from\": [0.5]} | leave from out",
        "\"cost\": {\"kind\": \"way\", \"of\": \"dose\", \"per_distance\": 1} | give the fixed part",
        "\"cost\": {\"kind\": \"way\", \"per_distance\": 1}, \"acquisition_function\": {\"kind\":"
            + " \"upper_confidence_bound\"} | cannot be divided by a cost"
      })
  void costsThatDoNotFitASearchAreRefused(String policy, String words) {
    String arguments = ising(", " + policy, "");
    Answer answer =
        run.call(
            run.approved(run.step("campaign.search", arguments)), "campaign.search", arguments);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(problems(answer).toString()).contains(words);
  }

  @Test
  void aReplayComputesTheSameChoices() {
    proposed(", \"cost\": {\"kind\": \"each\", \"costs\": [1, 2, 3]}");
    result("space.propose", heating(cost(300, 20)));
    CallReader reader = new CallReader(Toolbox.standard());
    assertThat(Replayer.replay(reader, run.log, run.home).inWords()).isEqualTo("3 of 3 equal");
  }
}
