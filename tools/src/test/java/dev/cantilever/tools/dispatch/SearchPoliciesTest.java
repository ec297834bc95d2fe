package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.codes;
import static dev.cantilever.tools.dispatch.OneRun.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.tools.search.Conclusion;
import dev.cantilever.tools.search.SearchReplay;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSummary;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code campaign.search} with each policy and surrogate, on the instruments that ship. */
class SearchPoliciesTest {

  private static final String TOOL = "campaign.search";
  private static final String BRIEF =
      "\"inference\": {\"sampler\": {\"warm_up\": 60, \"draws\": 60}, \"restarts\": {\"restarts\": 0}}";
  private static final String ROUNDED =
      "{\"name\": \"rounded\", \"formula\":"
          + " \"(rest^8 + w*log(1 + exp((1 - (sinh(2*t)/sinh(2*coupling))^4)/w)))^(1/8)\","
          + " \"parameters\": [{\"name\": \"t\", \"prior\": {\"kind\": \"uniform\", \"min\": 0.3,"
          + " \"max\": 0.6}}, {\"name\": \"w\", \"prior\": {\"kind\": \"log_normal\", \"mu\": -3}},"
          + " {\"name\": \"rest\", \"prior\": {\"kind\": \"half_normal\", \"scale\": 0.3}}]}";
  private static final String STRAIGHT =
      "{\"name\": \"straight\", \"formula\": \"a + b*coupling\", \"parameters\": [{\"name\": \"a\","
          + " \"prior\": {\"kind\": \"normal\"}}, {\"name\": \"b\", \"prior\": {\"kind\":"
          + " \"normal\"}}]}";
  private static final String SMALL = "\"residual\": {\"kind\": \"log_normal\", \"mu\": -5}";

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

  private static String ising(String goals, int points, String more) {
    return "{\"instrument\": \"ising\", \"goals\": [%s], \"points\": %d, \"candidates\": 200%s}"
        .formatted(goals, points, more);
  }

  private static String goal(String outcome) {
    return "{\"outcome\": \"" + outcome + "\"}";
  }

  /** Runs it, checks that a replay computes every number again, and gives its summary. */
  private SearchSummary search(String arguments) {
    Answer answer = run.call(run.approved(run.step(TOOL, arguments)), TOOL, arguments);
    assertThat(problems(answer)).isEmpty();
    assertThat(SearchReplay.of(run.log.state()))
        .isNotEmpty()
        .allSatisfy(pair -> assertThat(pair.recomputed()).isEqualTo(pair.journalled()));
    return SearchSummary.TYPE.ours(((Answer.Settled) answer).result());
  }

  private static double number(Conclusion.Finding finding, String name) {
    return finding.numbers().stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aLawUnderAProcessTellsTheTransition() {
    SearchSummary summary =
        search(
            ising(
                goal("magnetisation"),
                8,
                ", \"fidelity\": 1, \"policy\": {\"kind\": \"improve\", \"acquisition_function\":"
                    + " {\"kind\": \"maximum_uncertainty\"}}, \"surrogate\": {\"kind\":"
                    + " \"structured\", \"hypothesis\": "
                    + ROUNDED
                    + ", "
                    + SMALL
                    + ", "
                    + BRIEF
                    + "}"));
    Conclusion.Finding finding = summary.findings().getFirst();
    assertThat(finding.about()).isEqualTo("rounded");
    // ln(1 + √2)/2
    assertThat(number(finding, "t")).isCloseTo(0.4407, within(0.02));
    assertThat(number(finding, "t ±")).isBetween(0.0, 0.02);
    assertThat(run.log.state().search())
        .filteredOn(event -> event instanceof SearchEvent.Proposed)
        .flatMap(event -> ((SearchEvent.Proposed) event).trials())
        .allMatch(trial -> trial.fidelity() == 1);
  }

  @Test
  void theBetterLawEarnsMoreEvidence() {
    SearchSummary summary =
        search(
            ising(
                goal("magnetisation"),
                9,
                ", \"seed_points\": 4, \"policy\": {\"kind\": \"hypotheses\", \"hypotheses\": ["
                    + STRAIGHT
                    + ", "
                    + ROUNDED
                    + "], "
                    + SMALL
                    + ", "
                    + BRIEF
                    + "}"));
    assertThat(summary.findings()).hasSize(2);
    assertThat(number(summary.findings().get(1), "log evidence"))
        .isGreaterThan(number(summary.findings().get(0), "log evidence") + 3);
    assertThat(summary.findings().get(1).about()).contains("rounded");
  }

  @Test
  void noveltySpreadsOverTheOutcomes() {
    SearchSummary summary =
        search(
            ising(
                goal("heat_capacity") + ", " + goal("magnetisation"),
                12,
                ", \"policy\": {\"kind\": \"novelty\"}"));
    assertThat(number(summary.findings().getFirst(), "cells in all")).isEqualTo(100);
    assertThat(number(summary.findings().getFirst(), "cells seen of the range of the outcomes"))
        .isBetween(7.0, 12.0);
  }

  @Test
  void aRangeIsClimbedBetweenTheScatteredCandidates() {
    SearchSummary summary = search(ising(goal("heat_capacity"), 9, ""));
    double best = summary.best().getFirst().settings().getFirst().value();
    // exact for a torus of side 20 (Kaufman 1949, by mpmath): 0.4330
    assertThat(best).isCloseTo(0.433, within(0.025));
    SearchState state = SearchState.of(run.log.state().search()).orElseThrow();
    assertThat(state.trials().stream().map(t -> t.settings().getFirst().value()).distinct())
        .hasSize(9);
  }

  @Test
  void aCheapLatticeSparesTheDearOne() {
    SearchSummary summary =
        search(
            ising(
                goal("heat_capacity"),
                14,
                ", \"time_limit\": \"90 s\", \"policy\": {\"kind\": \"fidelities\"}"));
    Conclusion.Finding best = summary.findings().getFirst();
    assertThat(best.about()).isEqualTo("best at large");
    // exact for a torus of side 60 (Kaufman 1949, by mpmath): 0.4380
    assertThat(number(best, "coupling")).isCloseTo(0.438, within(0.02));
    assertThat(number(best, "trials small")).isGreaterThan(number(best, "trials large"));
    assertThat(summary.instrumentTime().seconds()).isLessThanOrEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fully_bayesian", "heteroscedastic"})
  void hyperparametersMayBeDrawnInsteadOfMaximised(String surrogate) {
    SearchSummary summary =
        search(
            ising(
                goal("energy"),
                7,
                ", \"surrogate\": {\"kind\": \"%s\", %s}".formatted(surrogate, BRIEF)));
    assertThat(summary.tried()).isEqualTo(7);
    // energy falls with the coupling, so the largest is at the weakest
    assertThat(summary.best().getFirst().settings().getFirst().value()).isLessThan(0.22);
  }

  @Test
  void whatDoesNotFitTogetherIsRefusedBeforeAnythingIsTried() {
    for (String bad :
        List.of(
            ising(goal("energy"), 9, ", \"fidelity\": 2"),
            ising(
                goal("energy"),
                9,
                ", \"surrogate\": {\"kind\": \"structured\", \"hypothesis\": "
                    + STRAIGHT.replace("b*coupling", "b*current")
                    + "}"),
            ising(
                goal("energy"),
                9,
                ", \"batch\": 2, \"policy\": {\"kind\": \"hypotheses\","
                    + " \"hypotheses\": ["
                    + STRAIGHT
                    + ", "
                    + ROUNDED
                    + "]}"),
            ising(
                goal("energy"),
                9,
                ", \"policy\": {\"kind\": \"hypotheses\","
                    + " \"hypotheses\": ["
                    + STRAIGHT
                    + ", "
                    + STRAIGHT
                    + "]}"),
            ising(
                goal("energy"),
                9,
                ", \"limits\": [{\"outcome\": \"energy\", \"side\":"
                    + " \"at_most\", \"value\": 0}], \"policy\": {\"kind\": \"novelty\"}"))) {
      Answer answer = run.call(run.approved(run.step(TOOL, bad)), TOOL, bad);
      assertThat(answer).isInstanceOf(Answer.Refused.class);
      assertThat(codes(answer)).as(bad).contains(ProblemCode.ARG_CONFLICT);
    }
    assertThat(run.ledger(new dev.cantilever.vocabulary.id.InstrumentId("ising"))).isEmpty();
  }
}
