package dev.cantilever.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.formula.NonFinite.What;
import dev.cantilever.numerics.kernel.Points;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

  private static Formula of(String source) {
    return Formula.of(source, List.of("x"), List.of("a", "b"));
  }

  private static Points at(double... x) {
    double[][] rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rows[i] = new double[] {x[i]};
    }
    return Points.of(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + log(x - a)*b            | VALUE      | log(x - a)
          b + (x - a)/(x - a)         | VALUE      | (x - a)/(x - a)
          exp(b + exp(x*900)) + log(2)| VALUE      | exp(x*900)
          exp(b*900) - exp(900*b)     | VALUE      | exp(b*900)
          1/exp(x*900) + sqrt(-a)     | VALUE      | sqrt(-a)
          log(x - b) < b ? 1 : 2      | VALUE      | log(x - b)
          a*sqrt(b - 2)               | DERIVATIVE | sqrt(b - 2)
          (x - 2)^a                   | VALUE      | (x - 2)^a
          (x - 3)^(a + 0*b)           | DERIVATIVE | (x - 3)^(a + 0*b)
          """)
  void namesTheSmallestPartToBlame(String source, What what, String part) {
    Evaluation evaluation = of(source).evaluate(at(1), source.contains("^") ? 2.5 : 1, 2);
    if (source.startsWith("(x - 3)")) {
      evaluation = of(source).evaluate(at(1), 2, 2);
    }
    assertThat(evaluation.isFinite()).isFalse();
    assertThat(evaluation.nonFinite().orElseThrow().what()).isEqualTo(what);
    assertThat(evaluation.nonFinite().orElseThrow().expression()).isEqualTo(part);
  }

  @Test
  void saysAtWhichRowAndWithWhichParameters() {
    NonFinite reason = of("a*log(x)").evaluate(at(2, 1, 0, -1), 1.5, 7).nonFinite().orElseThrow();
    assertThat(reason.row()).isEqualTo(2);
    assertThat(reason.message())
        .isEqualTo("log(x) has no finite value at row 2, where x = 0.0, a = 1.5");
  }

  @Test
  void aParameterThatIsNotFiniteIsImpossibleEvenWhereTheValueIsFinite() {
    NonFinite reason =
        of("x/a").evaluate(at(1), Double.POSITIVE_INFINITY, 0).nonFinite().orElseThrow();
    assertThat(reason.what()).isEqualTo(What.PARAMETER);
    assertThat(reason.expression()).isEqualTo("a");
  }

  @Test
  void keepsItsValuesToItselfWhereTheyAreNotFinite() {
    Evaluation evaluation = of("log(x)").evaluate(at(-1), 0, 0);
    assertThatIllegalStateException()
        .isThrownBy(evaluation::values)
        .withMessageContaining("log(x) has no finite value at row 0");
  }

  @Test
  void theBranchThatIsNotTakenCannotSpoilTheOther() {
    Evaluation evaluation =
        of("x > 0 ? a*log(x) : b*sqrt(-x)/x").evaluateWithInputSlopes(at(2, -4), 3, 5);
    assertThat(evaluation.parameterJacobian())
        .isDeepEqualTo(new double[][] {{StrictMath.log(2), 0}, {0, -0.5}});
    assertThat(evaluation.inputJacobian()[0][0]).isEqualTo(1.5);
  }

  @Test
  void aGuardDecidesBeforeWhatItGuards() {
    Formula guarded = of("x > 0 and log(x) < 1 ? 1 : 2");
    assertThat(guarded.evaluate(at(1, -1, 9), 0, 0).values()).containsExactly(1, 2, 2);
    Formula other = of("x <= 0 or log(x) > 1 ? 1 : 2");
    assertThat(other.evaluate(at(1, -1, 9), 0, 0).values()).containsExactly(2, 1, 1);
    assertThat(of("not (log(x) > 1) ? 1 : 2").evaluate(at(-1), 0, 0).isFinite()).isFalse();
  }

  @Test
  void overflowThatDoesNotReachTheResultIsNoMatter() {
    Evaluation evaluation = of("a/(1 + exp(b*x))").evaluate(at(1000), 2, 1);
    assertThat(evaluation.values()).containsExactly(0);
    assertThat(evaluation.parameterJacobian()).isDeepEqualTo(new double[][] {{0, 0}});
  }

  @Test
  void powersOfZeroHaveTheDerivativesOfTheirLimits() {
    Evaluation evaluation = of("x^a + x^2 + 0^b").evaluateWithInputSlopes(at(0), 1, 3);
    assertThat(evaluation.parameterJacobian()).isDeepEqualTo(new double[][] {{0, 0}});
    assertThat(evaluation.inputJacobian()).isDeepEqualTo(new double[][] {{1}});
  }

  @Test
  void powersKeepTheirDerivativeWhereTheirValueUnderflows() {
    assertThat(of("a^2").evaluate(at(0), 1e-200, 0).parameterJacobian()[0][0]).isEqualTo(2e-200);
  }

  /** From mpmath with 30 digits. */
  @ParameterizedTest
  @CsvSource({
    "1e-10, 1.1283791670955126e-10",
    "-0.3, -0.32862675945912742",
    "0.999999, 0.84270037784180233",
    "1, 0.84270079294971487",
    "2.5, 0.99959304798255504",
    "7, 1"
  })
  void errorFunctionKeepsItsDigits(double x, double expected) {
    double value = of("erf(x)").values(at(x), 0, 0)[0];
    assertThat(value).isCloseTo(expected, within(2e-15 * Math.abs(expected)));
  }

  @Test
  void aStepAndAConditionHaveNoSlope() {
    Evaluation evaluation = of("step(x - a) + (x < b ? 1 : 2)").evaluate(at(1, 3), 2, 2);
    assertThat(evaluation.values()).containsExactly(1, 3);
    assertThat(evaluation.parameterJacobian()).isDeepEqualTo(new double[2][2]);
  }

  @Test
  void ofEqualSidesTheLeftOneCounts() {
    Evaluation evaluation = of("min(a, b) + 10*max(a, b) + abs(a - b)").evaluate(at(0), 1, 1);
    assertThat(evaluation.parameterJacobian()).isDeepEqualTo(new double[][] {{11, 0}});
  }

  @Test
  void gradientOfASumIsTheWeightedSumOfRows() {
    Evaluation evaluation = of("a*x + b*x^2").evaluate(at(1, 2, 3), 1, 1);
    assertThat(evaluation.parameterGradient(new double[] {1, -1, 2})).containsExactly(5, 15);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluation.parameterGradient(new double[2]))
        .withMessageContaining("2 weights for 3 values");
  }

  @Test
  void noPointsHaveNoValuesAndNoGradient() {
    Evaluation evaluation =
        Formula.of("a*x*y", List.of("x", "y"), List.of("a")).evaluate(Points.of(), 1);
    assertThat(evaluation.isFinite()).isTrue();
    assertThat(evaluation.values()).isEmpty();
    assertThat(evaluation.parameterGradient(new double[0])).containsExactly(0);
  }

  @Test
  void refusesTheWrongNumberOfCoordinatesOrParameters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("a*x").evaluate(Points.of(new double[] {1, 2}), 1, 2))
        .withMessageContaining("2 coordinates; the formula has the 1 inputs x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("a*x").values(at(1), 1))
        .withMessageContaining("1 parameter values; the formula has the 2 parameters a, b");
  }

  @Test
  void valuesAloneGoOnWhereTheyAreNotFinite() {
    assertThat(of("log(x)").values(at(-1, 1), 0, 0)).containsExactly(Double.NaN, 0);
  }
}
