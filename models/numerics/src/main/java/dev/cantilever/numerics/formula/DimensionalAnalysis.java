package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.Condition.Comparison;
import dev.cantilever.numerics.formula.Expression.Binary;
import dev.cantilever.numerics.formula.Expression.Call;
import dev.cantilever.numerics.formula.Expression.Conditional;
import dev.cantilever.numerics.formula.Expression.Constant;
import dev.cantilever.numerics.formula.Expression.Literal;
import dev.cantilever.numerics.formula.Expression.Negation;
import dev.cantilever.numerics.formula.Expression.Variable;
import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the units in a formula go together. A formula computes with the numbers that stand before
 * the units, so adding nm to µm is as wrong as adding nm to V. Numbers written in the formula have
 * no unit, but 0 has any; a part whose unit is unknown goes with everything.
 */
public final class DimensionalAnalysis {

  private final Map<String, Measure> units = new HashMap<>();
  private final List<FormulaProblem> problems = new ArrayList<>();

  /**
   * What came of it.
   *
   * @param unit of the whole formula, for people; empty where it is unknown
   * @param problems every place where units do not go together
   */
  public record Result(Optional<String> unit, List<FormulaProblem> problems) {

    public Result {
      problems = List.copyOf(problems);
    }
  }

  private DimensionalAnalysis() {}

  /**
   * Follows units through a formula.
   *
   * @param units of inputs and parameters by name, such as {@code nm}, {@code eV/K} or {@code 1};
   *     whatever has none is unknown
   * @param expected unit that the whole formula should have; empty where any will do
   */
  public static Result of(Formula formula, Map<String, String> units, String expected) {
    DimensionalAnalysis analysis = new DimensionalAnalysis();
    for (List<String> names : List.of(formula.inputs(), formula.parameters())) {
      for (String name : names) {
        analysis
            .stated(name, units.getOrDefault(name, ""))
            .ifPresent(measure -> analysis.units.put(name, measure));
      }
    }
    Optional<Measure> wanted = analysis.stated("the whole formula", expected);
    Optional<Measure> found = analysis.measure(formula.expression());
    if (found.isPresent() && wanted.isPresent() && !found.get().isSame(wanted.get())) {
      analysis.report(
          "the formula is in %s, and should be in %s"
              .formatted(found.get().text(), wanted.get().text()));
    }
    return new Result(found.map(Measure::text), analysis.problems);
  }

  private Optional<Measure> stated(String name, String unit) {
    Optional<Measure> measure = Measure.parse(unit);
    if (measure.isEmpty() && !unit.isBlank()) {
      List<String> nearest = Measure.nearest(unit);
      String meant =
          nearest.isEmpty() ? "." : "; did you mean %s?".formatted(String.join(", ", nearest));
      problems.add(
          FormulaProblem.of(
                  Kind.UNIT,
                  "%s has the unknown unit %s%s Write 1 for none, or leave it out"
                      .formatted(name, FormulaProblem.quoted(unit), meant))
              .suggesting(nearest));
    }
    return measure;
  }

  private Optional<Measure> measure(Expression expression) {
    return switch (expression) {
      case Literal literal -> literal.value() == 0 ? Optional.empty() : Optional.of(Measure.NUMBER);
      case Constant constant -> Optional.of(Measure.NUMBER);
      case Variable variable -> Optional.ofNullable(units.get(variable.name()));
      case Negation negation -> measure(negation.operand());
      case Binary binary -> binary(binary);
      case Call call -> call(call);
      case Conditional choice -> {
        check(choice.condition());
        yield common(
            choice, "chooses between", measure(choice.whenTrue()), measure(choice.otherwise()));
      }
    };
  }

  private void check(Condition condition) {
    if (condition instanceof Comparison comparison) {
      common(comparison, "compares", measure(comparison.left()), measure(comparison.right()));
    } else {
      Structure.children(condition).forEach(side -> check((Condition) side));
    }
  }

  private Optional<Measure> binary(Binary binary) {
    Optional<Measure> left = measure(binary.left());
    Optional<Measure> right = measure(binary.right());
    return switch (binary.operator()) {
      case ADD, SUBTRACT -> common(binary, "adds", left, right);
      case MINIMUM, MAXIMUM -> common(binary, "compares", left, right);
      case MULTIPLY -> left.flatMap(a -> right.map(a::times));
      case DIVIDE -> left.flatMap(a -> right.map(a::over));
      case POWER -> power(binary, left, right);
    };
  }

  private Optional<Measure> power(
      Binary power, Optional<Measure> base, Optional<Measure> exponent) {
    requireNumber(power, "has an exponent", exponent);
    if (base.isEmpty() || base.get().isNumber()) {
      return base;
    }
    if (!Structure.names(power.right()).isEmpty()) {
      report(
          "%s raises %s to a power that is not fixed; divide the base by a parameter in %s first"
              .formatted(quoted(power), base.get().text(), base.get().text()));
      return Optional.empty();
    }
    double value =
        Compiler.compile(power.right(), List.of(), List.of(), false).new Run(new double[0])
            .forward();
    return Double.isFinite(value) ? base.map(one -> one.power(value)) : Optional.empty();
  }

  private Optional<Measure> call(Call call) {
    Optional<Measure> argument = measure(call.argument());
    return switch (call.function()) {
      case ABS -> argument;
      case SQRT -> argument.map(one -> one.power(0.5));
      case STEP -> Optional.of(Measure.NUMBER);
      case EXP, LOG, SIN, COS, TAN, TANH, SINH, COSH, ERF, LOGISTIC -> {
        requireNumber(call, "has an argument", argument);
        yield Optional.of(Measure.NUMBER);
      }
    };
  }

  private void requireNumber(Expression whole, String what, Optional<Measure> part) {
    if (part.isPresent() && !part.get().isNumber()) {
      report(
          "%s %s in %s, which must be a number without unit; divide it by a parameter in %s"
              .formatted(quoted(whole), what, part.get().text(), part.get().text()));
    }
  }

  /** The unit that both sides have; unknown where they disagree, so that it is said once. */
  private Optional<Measure> common(
      Node whole, String verb, Optional<Measure> left, Optional<Measure> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    Measure a = left.get();
    Measure b = right.get();
    if (a.isSame(b)) {
      return left;
    }
    String advice =
        a.isSameKind(b)
            ? "state both in the same unit"
            : a.isNumber() || b.isNumber()
                ? "write the number with that unit, or make it a parameter"
                : "the two cannot go together";
    report("%s %s %s and %s; %s".formatted(quoted(whole), verb, a.text(), b.text(), advice));
    return Optional.empty();
  }

  private void report(String message) {
    problems.add(FormulaProblem.of(Kind.UNIT, message));
  }

  private static String quoted(Node node) {
    return "\"" + node.text() + "\"";
  }
}
