package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.formula.FormulaProblem;
import dev.cantilever.numerics.formula.FormulaRefused;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;

/** A physical explanation as data: a formula and what is believed of its parameters. */
public record Hypothesis(
    @Doc("Name, for people.") @Text(maxLength = 60) String name,
    @Doc(
            "Expected outcome as a formula over the inputs and the parameters below, such as"
                + " \"x < t ? a*x : b*x^2\"; physical numbers, not scaled.")
        @Text(maxLength = 2000)
        String formula,
    @Doc("The formula's own parameters.") @Items(min = 0, max = 20)
        List<MeanFunction.Parameter> parameters) {

  public Hypothesis {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads the formula.
   *
   * @throws FormulaRefused naming every problem
   */
  public MeanFunction read(List<MeanFunction.Input> inputs) {
    return MeanFunction.of(formula, inputs, parameters, "");
  }

  /** The same with the opposite sign, for a goal that is to be small. */
  public Hypothesis negated() {
    return new Hypothesis(name, "-(" + formula + ")", parameters);
  }

  /** Every reason why it cannot be read, in words. */
  public List<String> problems(List<MeanFunction.Input> inputs) {
    try {
      read(inputs);
      return List.of();
    } catch (FormulaRefused refused) {
      return refused.problems().stream().map(FormulaProblem::message).map(this::named).toList();
    } catch (IllegalArgumentException other) {
      return List.of(named(other.getMessage()));
    }
  }

  private String named(String message) {
    return "hypothesis %s: %s".formatted(name, message);
  }
}
