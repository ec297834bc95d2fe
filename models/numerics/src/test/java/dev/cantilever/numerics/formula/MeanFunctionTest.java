package dev.cantilever.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import dev.cantilever.numerics.formula.MeanFunction.Input;
import dev.cantilever.numerics.formula.MeanFunction.Parameter;
import dev.cantilever.numerics.prior.Prior;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanFunctionTest {

  private static final Prior PRIOR = new Prior.Normal(0, 1);

  private static Parameter parameter(String name, String unit) {
    return new Parameter(name, PRIOR, unit);
  }

  private static List<FormulaProblem> problems(Runnable making) {
    return catchThrowableOfType(FormulaRefused.class, making::run).problems();
  }

  @Test
  void isReadFromText() {
    MeanFunction mean =
        MeanFunction.of(
            "a*exp(-x/tau)",
            List.of(new Input("x", "nm")),
            List.of(parameter("a", "V"), parameter("tau", "nm")),
            "V");
    assertThat(mean.formula().parameters()).containsExactly("a", "tau");
    assertThat(mean.units().problems()).isEmpty();
    assertThat(mean.units().unit()).contains("V");
  }

  @Test
  void isAValue() {
    List<Input> inputs = List.of(new Input("x", ""));
    List<Parameter> parameters = List.of(parameter("a", ""));
    assertThat(MeanFunction.of("a*x", inputs, parameters, ""))
        .isEqualTo(MeanFunction.of("(a * x)", inputs, parameters, ""));
  }

  @Test
  void refusesParametersThatDoNotOccur() {
    assertThat(
            problems(
                () ->
                    MeanFunction.of(
                        "a*x",
                        List.of(new Input("x", "")),
                        List.of(parameter("a", ""), parameter("b", ""), parameter("c", "")),
                        "")))
        .extracting(FormulaProblem::message)
        .containsExactly(
            "the parameter b does not occur in \"a*x\"; use it or leave it out",
            "the parameter c does not occur in \"a*x\"; use it or leave it out");
  }

  @Test
  void refusesANameThatIsInputAndParameter() {
    assertThat(
            problems(
                () ->
                    MeanFunction.of(
                        "x", List.of(new Input("x", "")), List.of(parameter("x", "")), "")))
        .extracting(FormulaProblem::kind)
        .containsExactly(Kind.DECLARATION);
  }

  @Test
  void refusesAFormulaOfOtherNames() {
    Formula formula = Formula.of("a*x", List.of("x"), List.of("a"));
    assertThat(
            problems(
                () ->
                    new MeanFunction(
                        formula, List.of(new Input("y", "")), List.of(parameter("a", "")), "")))
        .extracting(FormulaProblem::message)
        .containsExactly(
            "the inputs \"y\" differ from those of the formula, [x];"
                + " name the same ones in the same order");
  }

  @Test
  void reportsUnitsThatDoNotGoTogetherOnRequest() {
    MeanFunction mean =
        MeanFunction.of(
            "a + x", List.of(new Input("x", "nm")), List.of(parameter("a", "V")), "furlong");
    assertThat(mean.units().problems()).hasSize(2);
  }
}
