package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.NOBODY;
import static dev.cantilever.tools.dispatch.OneRun.codes;
import static dev.cantilever.tools.dispatch.OneRun.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools over the Bayesian core, called as a planner calls them. */
class CoreToolsTest {

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

  /** {@code sin(6 x)} at ten inputs, in some unit, with a second input that does not matter. */
  private static String waves(double unit, String more) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      double x = i / 9.0;
      double y = unit * StrictMath.sin(6 * x);
      String row = "{\"x\": [%s, %s], \"y\": %s%s}";
      rows.append(i == 0 ? "" : ", ").append(row.formatted(x, (i * 7 % 10) / 9.0, y, more));
    }
    return "[" + rows + "]";
  }

  private String fitted(String observations, String more) {
    return result("surrogate.fit", "{\"observations\": " + observations + more + "}")
        .get("model")
        .asText();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-12, 1, 1e9, 1e299})
  void predictionsDoNotDependOnTheUnitOfTheObservations(double unit) {
    String model = fitted(waves(unit, ""), "");
    JsonNode there =
        result("surrogate.predict", "{\"model\": \"" + model + "\", \"at\": [[0.25, 0.5]]}");
    assertThat(there.at("/mean/0").doubleValue() / unit)
        .isCloseTo(StrictMath.sin(1.5), within(0.05));
  }

  @Test
  void aMixtureOverHyperparametersIsLessSureThanTheMostProbableOnes() {
    String few = "[{\"x\": [0], \"y\": 0}, {\"x\": [0.5], \"y\": 1}, {\"x\": [0.6], \"y\": 1.1}]";
    String at = "\", \"at\": [[0.9]]}";
    String sure = fitted(few, "");
    String honest = fitted(few, ", \"method\": \"fully_bayesian\"");
    double narrow =
        result("surrogate.predict", "{\"model\": \"" + sure + at).at("/deviation/0").doubleValue();
    double wide =
        result("surrogate.predict", "{\"model\": \"" + honest + at)
            .at("/deviation/0")
            .doubleValue();
    assertThat(wide).isGreaterThan(1.2 * narrow);
  }

  @Test
  void measuredErrorsTakeThePlaceOfAnInferredNoise() {
    String loose = fitted(waves(1, ", \"error\": 0.8"), "");
    String tight = fitted(waves(1, ", \"error\": 0.001"), "");
    String at = "\", \"at\": [[0.25, 0.5]]}";
    double wide =
        result("surrogate.predict", "{\"model\": \"" + loose + at).at("/deviation/0").doubleValue();
    double narrow =
        result("surrogate.predict", "{\"model\": \"" + tight + at).at("/deviation/0").doubleValue();
    assertThat(wide).isGreaterThan(5 * narrow);
  }

  @Test
  void explainsWhichInputMattersAndWhichObservationSurprises() {
    String observations = waves(1, "");
    String spoilt = observations.replace("\"y\": 0.0}", "\"y\": 0.05}");
    JsonNode explained = result("surrogate.explain", model(fitted(spoilt, "")));
    assertThat(explained.at("/relevance/0").doubleValue()).isGreaterThan(0.8);
    assertThat(explained.at("/signal_share").doubleValue()).isBetween(0.9, 1.0);
    assertThat(explained.at("/calibration/size").intValue()).isEqualTo(10);
    assertThat(explained.at("/sentences/0").asText()).startsWith("input 1 matters most");
  }

  private static String model(String hash) {
    return "{\"model\": \"" + hash + "\"}";
  }

  @Test
  void aProposalSaysWhatItsValueIsMadeOf() {
    String hash = fitted(waves(1, ""), "");
    JsonNode choice =
        result(
                "acquisition.propose",
                "{\"model\": \"%s\", \"candidates\": [[0.25, 0.5], [0.8, 0.1]]}".formatted(hash))
            .at("/choices/0");
    assertThat(choice.at("/choice/candidate").intValue()).isZero();
    assertThat(choice.at("/choice/runner_up").intValue()).isEqualTo(1);
    assertThat(choice.at("/terms").findValuesAsText("name"))
        .containsExactly("improvement by exploiting", "improvement by exploring");
    // the nearest is (2/9, 4/9)
    assertThat(choice.at("/nearest").doubleValue())
        .isCloseTo(Math.hypot(0.25 - 2 / 9.0, 0.5 - 4 / 9.0), within(1e-12));
  }

  @Test
  void findsTheParetoFrontItsKneeAndItsVolume() {
    // by hand: (4,1), (3,3), (1,4) are not dominated; above (0,0) they cover 4 + 6 + 1
    JsonNode front =
        result(
            "pareto.front",
            "{\"outcomes\": [[4, -1], [3, -3], [1, -4], [2, -2], [3, -3]], \"directions\":"
                + " [\"maximise\", \"minimise\"], \"reference_point\": [0, 0]}");
    assertThat(front.get("members").toString()).isEqualTo("[0,1,2]");
    assertThat(front.get("knee").intValue()).isEqualTo(1);
    assertThat(front.get("hypervolume").doubleValue()).isEqualTo(11);
  }

  private static final String SQUARES =
      "{\"inputs\": [{\"name\": \"v\", \"unit\": \"V\"}], \"observations\": [{\"x\": [0], \"y\":"
          + " 0.1}, {\"x\": [1], \"y\": 1.1}, {\"x\": [2], \"y\": 3.9}, {\"x\": [3], \"y\": 9.1}],"
          + " \"inference\": {\"sampler\": {\"warm_up\": 200, \"draws\": 200}}, \"hypotheses\":"
          + " [{\"name\": \"linear\", \"formula\": \"a*v\", \"parameters\": [{\"name\": \"a\","
          + " \"prior\": {\"kind\": \"normal\"}}]}, {\"name\": \"square\", \"formula\": \"%s\","
          + " \"parameters\": [{\"name\": \"a\", \"prior\": {\"kind\": \"normal\"}}]}]}";

  @Test
  void prefersTheFormulaThatTheObservationsFollow() {
    JsonNode compared = result("hypothesis.compare", SQUARES.formatted("a*v^2"));
    assertThat(compared.get("preferred").asText()).isEqualTo("square");
    assertThat(compared.at("/hypotheses/1/probability").doubleValue()).isGreaterThan(0.99);
    // least squares through the origin: 141.4 / 98... = sum v²y / sum v⁴
    assertThat(compared.at("/hypotheses/1/parameters/0/posterior/mean").doubleValue())
        .isCloseTo((1.1 + 4 * 3.9 + 9 * 9.1) / 98, within(0.02));
  }

  @Test
  void aFormulaThatIsNoneIsRefusedBeforeAnythingIsComputed() {
    Answer answer = run.call(NOBODY, "hypothesis.compare", SQUARES.formatted("run(v)"));
    assertThat(codes(answer)).containsExactly(ProblemCode.ARG_CONFLICT);
    assertThat(problems(answer).getFirst().message())
        .contains("hypothesis square", "\"run\" is not a function");
  }

  private static String mixture(double a, double y) {
    return ("{\"condition\": {\"settings\": [{\"kind\": \"value\", \"name\": \"a\", \"value\": %s},"
            + " {\"kind\": \"value\", \"name\": \"b\", \"value\": %s}, {\"kind\": \"level\","
            + " \"name\": \"solvent\", \"level\": \"water\"}]}, \"y\": %s}")
        .formatted(a, 1 - a, y);
  }

  private static String space(double bound) {
    return "{\"axes\": [{\"kind\": \"mixture\", \"name\": \"ink\", \"components\": [{\"name\":"
        + " \"a\"}, {\"name\": \"b\"}]}, {\"kind\": \"category\", \"name\": \"solvent\","
        + " \"levels\": [\"water\", \"ethanol\"]}], \"constraints\": [{\"kind\": \"linear\","
        + " \"terms\": [{\"name\": \"a\", \"coefficient\": 1}], \"relation\": \"at_most\","
        + " \"bound\": "
        + bound
        + "}], \"observations\": ["
        + mixture(0.1, 1)
        + ", "
        + mixture(0.3, 2)
        + ", "
        + mixture(0.5, 3)
        + "]}";
  }

  @Test
  void proposesInASpaceOfMixturesAndCategoriesWithinItsConstraints() {
    JsonNode proposed = result("space.propose", space(0.6));
    double a = proposed.at("/condition/settings/0/value").doubleValue();
    double b = proposed.at("/condition/settings/1/value").doubleValue();
    assertThat(a).isBetween(0.5, 0.6 + 1e-9);
    assertThat(a + b).isCloseTo(1, within(1e-12));
    assertThat(proposed.get("value").doubleValue())
        .isGreaterThanOrEqualTo(proposed.get("runner_up_value").doubleValue());
    assertThat(proposed.get("terms")).hasSize(2);
  }

  @Test
  void anImpossibleSpaceIsRefusedInWords() {
    Answer answer = run.call(NOBODY, "space.propose", space(-0.5));
    assertThat(problems(answer).getFirst().message())
        .contains("no point is feasible", "limits of a; a <= -0.5", "relax one of them");
  }

  private static final String CONSTANT =
      "[{\"x\": [0.1], \"y\": 5}, {\"x\": [0.4], \"y\": 5}, {\"x\": [0.9], \"y\": 5}]";

  @Test
  void constantObservationsAreNoAccident() {
    String hash = fitted(CONSTANT, "");
    JsonNode there = result("surrogate.predict", "{\"model\": \"" + hash + "\", \"at\": [[0.6]]}");
    assertThat(there.at("/mean/0").doubleValue()).isCloseTo(5, within(1e-9));
    assertThat(there.at("/deviation/0").doubleValue()).isBetween(0.0, 1.5);
  }

  @Test
  void repeatedInputsAreNoAccident() {
    String twice =
        "[{\"x\": [0.1], \"y\": 1}, {\"x\": [0.1], \"y\": 3}, {\"x\": [0.1], \"y\": 2},"
            + " {\"x\": [0.9], \"y\": 7}]";
    String hash = fitted(twice, ", \"noise_min\": 1e-8");
    JsonNode there = result("surrogate.predict", "{\"model\": \"" + hash + "\", \"at\": [[0.1]]}");
    assertThat(there.at("/mean/0").doubleValue()).isBetween(1.5, 3.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"x\": [0.1], \"y\": 1}]",
        "[{\"x\": [0.1], \"y\": 1}, {\"x\": [0.2, 0.3], \"y\": 1}]",
        "[{\"x\": [0.1], \"y\": 1}, {\"x\": [0.2], \"y\": 1e301}]",
        "[{\"x\": [0.1], \"y\": 1}, {\"x\": [0.2], \"y\": null}]",
        "[{\"x\": [0.1], \"y\": 1}, {\"x\": [0.2], \"y\": \"NaN\"}]",
        "[{\"x\": [], \"y\": 1}, {\"x\": [], \"y\": 2}]"
      })
  void observationsThatCannotBeFittedAreRefusedWithAReason(String observations) {
    Answer answer = run.call(NOBODY, "surrogate.fit", "{\"observations\": " + observations + "}");
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(problems(answer)).isNotEmpty().allMatch(p -> p.message().length() > 20);
  }

  @Test
  void theSameCallGivesTheSameModelToTheLastBit() {
    String one = fitted(waves(1, ""), ", \"method\": \"fully_bayesian\"");
    String again = fitted(waves(1, ""), ", \"method\": \"fully_bayesian\"");
    assertThat(one).isEqualTo(again).startsWith("sha256:");
  }
}
