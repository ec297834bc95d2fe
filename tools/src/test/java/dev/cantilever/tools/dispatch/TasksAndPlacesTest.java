package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.NOBODY;
import static dev.cantilever.tools.dispatch.OneRun.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.toolbox.Toolbox;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Surrogates of several tasks and of uncertain places, called as a planner calls them. */
class TasksAndPlacesTest {

  private static final String BRIEF =
      "\"inference\": {\"sampler\": {\"warm_up\": 100, \"draws\": 100}, \"restarts\":"
          + " {\"restarts\": 0}, \"parts\": 20}";

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

  private String refusal(String tool, String arguments) {
    return problems(run.call(NOBODY, tool, arguments)).getFirst().message();
  }

  private static double wave(double x) {
    return StrictMath.sin(7 * x);
  }

  private static String row(double x, double y, String more) {
    return "{\"x\": [%s], \"y\": %s%s}".formatted(x, y, more);
  }

  /** A wave seen often in nanometres, and its opposite seen four times, on the left, in volts. */
  private static String twoInstruments(boolean named) {
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < 12; i++) {
      rows.add(row(i / 11.0, 500 * wave(i / 11.0) + 40, named ? ", \"task\": \"afm\"" : ""));
    }
    for (double x : new double[] {0.05, 0.2, 0.35, 0.5}) {
      rows.add(row(x, -0.02 * wave(x) + 3, named ? ", \"task\": \"stem\"" : ""));
    }
    return rows.toString();
  }

  private JsonNode fit(String observations, String more) {
    return result("surrogate.fit", "{\"observations\": %s%s}".formatted(observations, more));
  }

  private JsonNode predict(String model, String more) {
    return result("surrogate.predict", "{\"model\": \"%s\", %s}".formatted(model, more));
  }

  /** Without the first instrument the second is expected near its mean: wrong by 0.028 V. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.004 | , \"seed\": 1",
        "0.004 | , \"tasks\": {\"kind\": \"intrinsic\", \"rank\": 2}",
        "0.004 | , \"tasks\": {\"kind\": \"linear\"}",
        "0.01 | , \"method\": \"fully_bayesian\", " + BRIEF
      })
  void whatOneInstrumentSawTellsWhatAnotherWillSeeElsewhere(double volts, String more) {
    JsonNode fit = fit(twoInstruments(true), more);
    JsonNode there =
        predict(fit.get("model").asText(), "\"at\": [[0.68], [0.9]], \"task\": \"stem\"");
    assertThat(there.at("/mean/0").doubleValue()).isCloseTo(3 - 0.02 * wave(0.68), within(volts));
    assertThat(there.at("/mean/1").doubleValue()).isCloseTo(3 - 0.02 * wave(0.9), within(volts));
    assertThat(fit.at("/tasks/names").toString()).isEqualTo("[\"afm\",\"stem\"]");
    double between = fit.at("/tasks/correlation/0/1").doubleValue();
    assertThat(between).isBetween(-1.0, -0.5);
    assertThat(fit.at("/tasks/correlation/1/0").doubleValue()).isEqualTo(between);
    assertThat(fit.at("/tasks/covariance/1/1").doubleValue()).isPositive();
  }

  /**
   * Kennedy and O'Hagan's fidelities rise and fall together: here the second is twice the first.
   */
  @Test
  void aDearFidelityIsAMultipleOfTheCheapOne() {
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < 12; i++) {
      rows.add(row(i / 11.0, wave(i / 11.0), ", \"task\": \"cheap\""));
    }
    for (double x : new double[] {0.05, 0.3, 0.5}) {
      rows.add(row(x, 2 * wave(x) + 1, ", \"task\": \"dear\""));
    }
    JsonNode fit = fit(rows.toString(), ", \"tasks\": {\"kind\": \"autoregression\"}");
    JsonNode there = predict(fit.get("model").asText(), "\"at\": [[0.68]], \"task\": \"dear\"");
    assertThat(there.at("/mean/0").doubleValue()).isCloseTo(2 * wave(0.68) + 1, within(0.25));
    assertThat(fit.at("/tasks/correlation/0/1").doubleValue()).isGreaterThan(0.8);
  }

  @Test
  void explainsEveryTaskInItsOwnUnit() {
    String model = fit(twoInstruments(true), "").get("model").asText();
    JsonNode explained = result("surrogate.explain", "{\"model\": \"" + model + "\"}");
    assertThat(explained.get("relevance")).hasSize(1);
    assertThat(explained.at("/calibration/size").intValue()).isEqualTo(16);
    assertThat(explained.at("/tasks/correlation/0/1").doubleValue()).isLessThan(-0.7);
    assertThat(explained.get("sentences").toString()).contains("tasks afm and stem correlate by -");
  }

  /** The wave's opposite is largest where the wave is least: sin(7 x) = −1 at x = 0.673. */
  @Test
  void proposesForTheTaskThatIsAskedFor() {
    String model = fit(twoInstruments(true), "").get("model").asText();
    String candidates = "\"candidates\": [[0.224], [0.673], [0.05]]";
    for (String[] expected : new String[][] {{"stem", "1"}, {"afm", "0"}}) {
      JsonNode choice =
          result(
                  "acquisition.propose",
                  "{\"model\": \"%s\", \"task\": \"%s\", %s}"
                      .formatted(model, expected[0], candidates))
              .at("/choices/0");
      assertThat(choice.at("/choice/candidate").asText()).isEqualTo(expected[1]);
    }
    JsonNode values =
        result(
            "acquisition.evaluate",
            "{\"model\": \"%s\", \"task\": \"stem\", \"at\": [[0.224], [0.673]]}".formatted(model));
    assertThat(values.at("/values/1").doubleValue())
        .isGreaterThan(values.at("/values/0").doubleValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"at\": [[0.5]] | say which task; the model has the tasks afm, stem",
        "\"at\": [[0.5]], \"task\": \"tem\" | there is no task \"tem\"",
        "\"at\": [[0.5, 1]], \"task\": \"stem\" | every input needs 1 coordinates"
      })
  void aTaskThatIsNotNamedIsRefused(String more, String words) {
    String model = fit(twoInstruments(true), "").get("model").asText();
    assertThat(refusal("surrogate.predict", "{\"model\": \"%s\", %s}".formatted(model, more)))
        .contains(words);
  }

  @Test
  void oneTaskAloneHasNoName() {
    String model = fit(twoInstruments(false), "").get("model").asText();
    String call = "{\"model\": \"%s\", \"at\": [[0.5]], \"task\": \"afm\"}".formatted(model);
    assertThat(refusal("surrogate.predict", call)).contains("the model has but one task");
  }

  private static final String TWO =
      "[{\"x\": [0.1], \"y\": 1, \"task\": \"a\"}, {\"x\": [0.5], \"y\": 2, \"task\": \"b\"}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        TWO + "| \"kernel\": \"periodic\" | has no model of several tasks",
        TWO + "| \"tasks\": {\"kind\": \"intrinsic\", \"rank\": 3} | rank must be from 1 to 2",
        TWO + "| \"method\": \"sparse\" | most_probable or fully_bayesian, not by sparse",
        TWO + "| \"method\": \"uncertain_inputs\" | not by uncertain_inputs",
        "[{\"x\": [0.1], \"y\": 1, \"task\": \"a\"}, {\"x\": [0.5], \"y\": 2}] | \"seed\": 1 |"
            + " observation 1 names no task",
        "[{\"x\": [0.1], \"y\": 1, \"task\": \"a\"}, {\"x\": [0.5], \"y\": 2, \"task\": \"a\"}] |"
            + " \"seed\": 1 | 1 tasks are named",
        "[{\"x\": [0.1], \"y\": 1}, {\"x\": [0.5], \"y\": 2}] | \"tasks\": {\"kind\":"
            + " \"autoregression\"} | no observation names its task",
        "[{\"x\": [0.1], \"y\": 1, \"x_error\": [0.1]}, {\"x\": [0.5], \"y\": 2}] | \"seed\": 1 |"
            + " set method uncertain_inputs",
        "[{\"x\": [0.1], \"y\": 1, \"x_error\": [-0.1]}, {\"x\": [0.5], \"y\": 2}] | \"method\":"
            + " \"uncertain_inputs\" | x_error [-0.1] needs 1 finite numbers",
        "[{\"x\": [0.1], \"y\": 1, \"x_error\": [0.1, 0.1]}, {\"x\": [0.5], \"y\": 2}] |"
            + " \"method\": \"uncertain_inputs\" | needs 1 finite numbers"
      })
  void whatDoesNotFitTogetherIsRefusedInWords(String observations, String more, String words) {
    assertThat(refusal("surrogate.fit", "{\"observations\": %s, %s}".formatted(observations, more)))
        .contains(words);
  }

  private static double step(double x) {
    return StrictMath.tanh(12 * (x - 0.5));
  }

  /** A step whose observation near the middle was really made 0.08 further right than was meant. */
  private static String displaced(String error) {
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    for (double x : new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.46, 0.54, 0.6, 0.7, 0.8, 0.9, 1}) {
      rows.add(row(x, step(x), ", \"error\": 0.02"));
    }
    return rows.add(row(0.5, step(0.58), ", \"error\": 0.02" + error)).toString();
  }

  @Test
  void aPlaceOfKnownErrorIsPulledToWhereItsObservationBelongs() {
    String observations = displaced(", \"x_error\": [0.08]");
    JsonNode fit = fit(observations, ", \"method\": \"uncertain_inputs\", " + BRIEF);
    assertThat(fit.has("leave_one_out_log_density")).isFalse();
    String model = fit.get("model").asText();
    JsonNode explained = result("surrogate.explain", "{\"model\": \"" + model + "\"}");
    assertThat(explained.at("/places/12/0").doubleValue()).isCloseTo(0.58, within(0.02));
    assertThat(explained.at("/places/11/0").doubleValue()).isEqualTo(1);
    JsonNode there = predict(model, "\"at\": [[0.5]]");
    assertThat(there.at("/mean/0").doubleValue()).isCloseTo(0, within(0.1));
    String exact =
        fit(displaced(""), ", \"method\": \"fully_bayesian\", " + BRIEF).get("model").asText();
    assertThat(predict(exact, "\"at\": [[0.5]]").at("/mean/0").doubleValue()).isGreaterThan(0.3);
  }

  @Test
  void errorsOfPlacesAreInferredWhereNoneIsKnown() {
    String model =
        fit(displaced(""), ", \"method\": \"uncertain_inputs\", " + BRIEF).get("model").asText();
    JsonNode explained = result("surrogate.explain", "{\"model\": \"" + model + "\"}");
    assertThat(explained.at("/places")).hasSize(13);
    assertThat(explained.at("/places/12/0").doubleValue()).isBetween(0.53, 0.7);
  }

  @Test
  void aReplayComputesTheSameModelsAndPredictions() {
    String tasks = fit(twoInstruments(true), "").get("model").asText();
    predict(tasks, "\"at\": [[0.3]], \"task\": \"afm\"");
    String places =
        fit(displaced(", \"x_error\": [0.08]"), ", \"method\": \"uncertain_inputs\", " + BRIEF)
            .get("model")
            .asText();
    predict(places, "\"at\": [[0.5]]");
    result("surrogate.explain", "{\"model\": \"" + places + "\"}");
    CallReader reader = new CallReader(Toolbox.standard());
    assertThat(Replayer.replay(reader, run.log, run.home).inWords()).isEqualTo("5 of 5 equal");
  }
}
