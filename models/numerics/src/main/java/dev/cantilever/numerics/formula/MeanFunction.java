package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A mean or a hypothesis as data: a formula, what its inputs are, and what is believed of its
 * parameters before the data. Its inputs are in their own units, not scaled to [0, 1].
 *
 * @param formula of all inputs and parameters, in this order
 * @param inputs in the order of the coordinates of the points
 * @param parameters each occurs in the formula
 * @param unit of its values; empty where unknown
 */
public record MeanFunction(
    Formula formula, List<Input> inputs, List<Parameter> parameters, String unit) {

  /** A measured or set coordinate. */
  public record Input(
      @Doc("Name as it occurs in the formula.") @Text(maxLength = 40) String name,
      @Doc("Unit, such as nm, V or eV/K; 1 for a number without, empty where unknown.")
          @Text(maxLength = 40)
          @Default("\"\"")
          String unit) {

    public Input {
      Objects.requireNonNull(name, "an input needs a name");
      Objects.requireNonNull(unit, "an input without a known unit has an empty one");
    }
  }

  /** What the data shall tell. */
  public record Parameter(
      @Doc("Name as it occurs in the formula.") @Text(maxLength = 40) String name,
      @Doc("What is believed of it before the data.") Prior prior,
      @Doc("Unit, such as nm, V or eV/K; 1 for a number without, empty where unknown.")
          @Text(maxLength = 40)
          @Default("\"\"")
          String unit) {

    public Parameter {
      Objects.requireNonNull(name, "a parameter needs a name");
      Objects.requireNonNull(prior, "a parameter needs a prior");
      Objects.requireNonNull(unit, "a parameter without a known unit has an empty one");
    }
  }

  /**
   * Checks that names agree and that every parameter is used. Units are left to {@link #units}.
   *
   * @throws FormulaRefused with every reason
   */
  public MeanFunction {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(unit, "a mean without a known unit has an empty one");
    List<FormulaProblem> problems = new ArrayList<>();
    compare("inputs", inputs.stream().map(Input::name).toList(), formula.inputs(), problems);
    compare(
        "parameters",
        parameters.stream().map(Parameter::name).toList(),
        formula.parameters(),
        problems);
    for (String unused : formula.unusedParameters()) {
      problems.add(
          FormulaProblem.of(
              Kind.UNUSED,
              "the parameter %s does not occur in %s; use it or leave it out"
                  .formatted(unused, FormulaProblem.quoted(formula.text()))));
    }
    if (!problems.isEmpty()) {
      throw new FormulaRefused(problems);
    }
  }

  /**
   * Reads a mean whose formula is still text.
   *
   * @throws FormulaRefused with every reason
   */
  public static MeanFunction of(
      String source, List<Input> inputs, List<Parameter> parameters, String unit) {
    Formula formula =
        Formula.of(
            source,
            inputs.stream().map(Input::name).toList(),
            parameters.stream().map(Parameter::name).toList());
    return new MeanFunction(formula, inputs, parameters, unit);
  }

  /** Whether the units of formula, inputs and parameters go together. */
  public DimensionalAnalysis.Result units() {
    Map<String, String> units = new LinkedHashMap<>();
    inputs.forEach(input -> units.put(input.name(), input.unit()));
    parameters.forEach(parameter -> units.put(parameter.name(), parameter.unit()));
    return DimensionalAnalysis.of(formula, units, unit);
  }

  private static void compare(
      String what, List<String> named, List<String> used, List<FormulaProblem> problems) {
    if (!named.equals(used)) {
      problems.add(
          FormulaProblem.of(
              Kind.DECLARATION,
              "the %s %s differ from those of the formula, %s; name the same ones in the same order"
                  .formatted(what, FormulaProblem.quoted(String.join(", ", named)), used)));
    }
  }
}
