package dev.cantilever.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaStructureTest {

  private static Formula of(String source) {
    return Formula.of(source, List.of("x", "y"), List.of("a", "b", "t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          x < t ? x^a : x^b            | t
          a*x + b + t                  | -
          step(x - t)*a                | t
          x < a and y < b ? t : 1      | a b
          not (x^a < 1) ? t : b        | a
          x < 0 ? (y < t ? a : b) : 1  | t
          exp(x < b + (y < a ? 1 : 2) ? 1 : t) | a b
          max(a, x) + abs(b)           | -
          """)
  void switchingParametersAreThoseInConditionsAndSteps(String source, String expected) {
    assertThat(of(source).switchingParameters())
        .isEqualTo(expected == null ? List.of() : Arrays.asList(expected.split(" ")));
  }

  @Test
  void unusedParametersAreThoseThatDoNotOccur() {
    assertThat(of("x < b ? 1 : 2").unusedParameters()).containsExactly("a", "t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a*x + b",
        "a + b*x + t*x^2",
        "-(a - 2*b)*exp(-x)/y - t",
        "x < 1 ? a*x : b*y + 3",
        "sqrt(x) + 1",
        "pi*(a + (b - x)*2)/3",
        "a - a*x"
      })
  void anAffineFormulaIsItsOffsetPlusBasisTimesParameters(String source) {
    Formula formula = of(source);
    Points x = Points.of(new double[] {0.5, 1.5}, new double[] {2, -3});
    Evaluation form = formula.linear().orElseThrow().at(x);
    double[] parameters = {1.5, -2.25, 0.75};
    for (int i = 0; i < 2; i++) {
      double sum = form.values()[i];
      for (int k = 0; k < 3; k++) {
        sum += form.parameterJacobian()[i][k] * parameters[k];
      }
      assertThat(sum).isCloseTo(formula.values(x, parameters)[i], within(1e-14));
    }
  }

  @Test
  void theBasisHasOneColumnForEachParameter() {
    Evaluation form = of("3*y + a*x + b").linear().orElseThrow().at(Points.of(new double[] {5, 2}));
    assertThat(form.values()).containsExactly(6);
    assertThat(form.parameterJacobian()).isDeepEqualTo(new double[][] {{5, 1, 0}});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a*b",
        "x/a",
        "a^2",
        "exp(a)",
        "x^b",
        "a*x + b*t",
        "x < t ? 1 : 2",
        "x < t ? a : b",
        "max(a, b)",
        "abs(a)",
        "(a + x)*(b + 1)",
        "step(x - t)",
        "x^a < 2 and y < 1 ? 1 : 2"
      })
  void whatIsNotAffineHasNoLinearForm(String source) {
    assertThat(of(source).linear()).isEmpty();
  }

  @Test
  void aLongSumIsNotDeep() {
    assertThat(Structure.nesting(of("a + b - x + y*t*a - (b - x)").expression())).isEqualTo(2);
    assertThat(Structure.nesting(of("((x^a)^b)^t").expression())).isEqualTo(3);
  }
}
