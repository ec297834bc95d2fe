package dev.cantilever.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaDerivativeTest {

  static Stream<JsonNode> references() {
    return StreamSupport.stream(
        Reference.read("formula_derivatives.json").get("cases").spliterator(), false);
  }

  /** Against symbolic differentiation with 40 digits; the file names its origin. */
  @ParameterizedTest
  @MethodSource("references")
  void valuesAndJacobiansAreThoseOfSymbolicDifferentiation(JsonNode one) {
    Formula formula =
        Formula.of(
            one.get("formula").asText(), names(one.get("inputs")), names(one.get("parameters")));
    Evaluation evaluation =
        formula.evaluateWithInputSlopes(
            Reference.points(one.get("points")), Reference.numbers(one.get("parameterValues")));
    agree(new double[][] {evaluation.values()}, new double[][] {numbers(one, "values")});
    agree(evaluation.parameterJacobian(), Reference.matrix(one.get("parameterJacobian")));
    agree(evaluation.inputJacobian(), Reference.matrix(one.get("inputJacobian")));
  }

  private static double[] numbers(JsonNode one, String field) {
    return Reference.numbers(one.get(field));
  }

  private static List<String> names(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static void agree(double[][] found, double[][] expected) {
    assertThat(found).hasDimensions(expected.length, expected[0].length);
    for (int i = 0; i < found.length; i++) {
      for (int j = 0; j < found[i].length; j++) {
        double tolerance = 1e-15 + 1e-13 * Math.abs(expected[i][j]);
        assertThat(found[i][j]).as("[%d][%d]", i, j).isCloseTo(expected[i][j], within(tolerance));
      }
    }
  }

  /**
   * Where two steps of central differences agree, so must the derivative. Elsewhere a jump, a kink
   * or cancellation is near, and nothing is asked.
   */
  @Test
  void derivativesOfRandomFormulasAreTheirCentralDifferences() {
    RandomExpressions random = new RandomExpressions(2);
    RandomStream places = RandomStream.of(2, "places");
    int compared = 0;
    for (int i = 0; i < 2_000; i++) {
      Formula formula =
          Formula.of(
              random.next(2 + i % 3).text(),
              RandomExpressions.INPUTS,
              RandomExpressions.PARAMETERS);
      double[] at = places(places);
      Evaluation evaluation =
          formula.evaluateWithInputSlopes(Points.of(Arrays.copyOf(at, 2)), parameters(at));
      if (evaluation.isFinite()) {
        for (int k = 0; k < 5; k++) {
          double slope =
              k < 2 ? evaluation.inputJacobian()[0][k] : evaluation.parameterJacobian()[0][k - 2];
          compared += compare(formula, at, k, slope);
        }
      }
    }
    assertThat(compared).as("derivatives other than 0 compared").isGreaterThan(1_500);
  }

  private static int compare(Formula formula, double[] at, int k, double slope) {
    double wide = difference(formula, at, k, 2e-5);
    double narrow = difference(formula, at, k, 1e-5);
    double scale = Math.abs(value(formula, at)) + Math.abs(narrow);
    if (!(Math.abs(wide - narrow) <= 1e-6 * scale) || scale > 1e9) {
      return 0;
    }
    assertThat(slope)
        .as("%s with respect to variable %d at %s", formula, k, Arrays.toString(at))
        .isCloseTo(narrow, within(1e-12 + 3e-6 * scale));
    return slope == 0 ? 0 : 1;
  }

  private static double difference(Formula formula, double[] at, int k, double step) {
    double[] above = at.clone();
    double[] below = at.clone();
    above[k] += step;
    below[k] -= step;
    return (value(formula, above) - value(formula, below)) / (above[k] - below[k]);
  }

  private static double value(Formula formula, double[] at) {
    return formula.values(Points.of(Arrays.copyOf(at, 2)), parameters(at))[0];
  }

  private static double[] parameters(double[] at) {
    return Arrays.copyOfRange(at, 2, 5);
  }

  private static double[] places(RandomStream random) {
    double[] at = new double[5];
    for (int k = 0; k < at.length; k++) {
      at[k] = 0.1 + 2 * random.nextDouble() - (k % 2) * random.nextDouble();
    }
    return at;
  }
}
