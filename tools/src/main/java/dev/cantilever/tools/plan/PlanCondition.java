package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.formula.DimensionalAnalysis;
import dev.cantilever.numerics.formula.Formula;
import dev.cantilever.numerics.formula.FormulaProblem;
import dev.cantilever.numerics.formula.FormulaRefused;
import dev.cantilever.numerics.kernel.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether something holds, such as {@code look.duration < 2 s and answer is "yes"}: the comparisons
 * and the arithmetic of {@link dev.cantilever.numerics.formula}, between numbers with units and the
 * values of earlier steps. It has no loops, assigns nothing and calls nothing.
 */
final class PlanCondition {

  private static final int LONGEST_SHOWN = 80;

  private final ConditionWords words;
  private final Formula formula;

  private PlanCondition(ConditionWords words, Formula formula) {
    this.words = words;
    this.formula = formula;
  }

  /** What came of reading one. */
  sealed interface Result {

    /** It reads. */
    record Read(PlanCondition condition) implements Result {}

    /** It does not; every reason. */
    record Unreadable(List<String> problems) implements Result {

      public Unreadable {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads untrusted text. Total: never throws. */
  static Result read(String text) {
    ConditionWords words = ConditionWords.of(text);
    List<String> problems = new ArrayList<>(words.problems());
    if (words.names().isEmpty()) {
      problems.add("it names no value of an earlier step, so that it always says the same");
    }
    if (!problems.isEmpty()) {
      return new Result.Unreadable(problems);
    }
    try {
      Formula formula = Formula.of(words.formula() + " ? 1 : 0", words.names(), List.of());
      return new Result.Read(new PlanCondition(words, formula));
    } catch (FormulaRefused refused) {
      return new Result.Unreadable(said(refused.problems(), words));
    }
  }

  private static List<String> said(List<FormulaProblem> problems, ConditionWords words) {
    return problems.stream().map(problem -> words.back(problem.message())).toList();
  }

  /** The values of earlier steps that it looks at. */
  Collection<Reference> references() {
    return words.references().values();
  }

  /** Every reason why it cannot be judged with names that stand for this. */
  List<String> problems(Scope scope) {
    List<String> problems = new ArrayList<>();
    Map<String, String> units = new LinkedHashMap<>(words.unitsOfLiterals());
    words
        .references()
        .forEach(
            (variable, reference) -> {
              Optional<Scope.Binding> binding = scope.find(reference);
              if (binding.isEmpty()) {
                problems.add(Missing.words(reference, scope));
              } else {
                Measurable.of(binding.get(), words.isText(variable))
                    .ifUnfit(words.written(variable), problems::add)
                    .unit()
                    .ifPresent(unit -> units.put(variable, unit));
              }
            });
    if (problems.isEmpty()) {
      problems.addAll(said(DimensionalAnalysis.of(formula, units, "1").problems(), words));
    }
    return problems;
  }

  /**
   * What came of judging.
   *
   * @param values what the names stood for, as {@code name = value}
   * @param problem why it can be neither true nor false; empty where it is one of them
   */
  record Judgement(boolean holds, List<String> values, Optional<String> problem) {

    Judgement {
      values = List.copyOf(values);
    }
  }

  private static String shown(Optional<JsonNode> found, Optional<Measurable> measured) {
    return found
        .map(JsonNode::textValue)
        .map(text -> text.substring(0, Math.min(LONGEST_SHOWN, text.length())))
        .or(() -> measured.map(Measurable::inWords))
        .orElse("missing");
  }

  /** 1, 0, or NaN where it cannot be told. */
  private double truth(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite)
        ? formula.values(Points.of(values))[0]
        : Double.NaN;
  }

  /** Judges; {@code value} yields what a reference stands for. */
  Judgement judge(Function<Reference, Optional<JsonNode>> value) {
    List<String> said = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, String> units = new LinkedHashMap<>(words.unitsOfLiterals());
    Map<String, Double> numbers = new LinkedHashMap<>(words.literals());
    words
        .references()
        .forEach(
            (variable, reference) -> {
              Optional<JsonNode> found = value.apply(reference);
              Optional<Measurable> measured = found.map(node -> words.measured(variable, node));
              said.add(words.written(variable) + " = " + shown(found, measured));
              measured.flatMap(Measurable::unit).ifPresent(unit -> units.put(variable, unit));
              numbers.put(variable, measured.map(Measurable::number).orElse(Double.NaN));
            });
    problems.addAll(said(DimensionalAnalysis.of(formula, units, "1").problems(), words));
    double truth = truth(formula.inputs().stream().mapToDouble(numbers::get).toArray());
    if (Double.isNaN(truth)) {
      problems.add("it can be neither true nor false: " + String.join(", ", said));
    }
    return new Judgement(truth == 1 && problems.isEmpty(), said, problems.stream().findFirst());
  }
}
