package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.plan.Scope.Binding;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through the steps of a plan before anything runs and collects what is wrong with them. */
final class StepCheck {

  private static final int MOST_PROBLEMS = 50;

  private final Set<Problem> problems = new LinkedHashSet<>();
  private final CallCheck calls;
  private final boolean numbered;

  /**
   * A check of one plan.
   *
   * @param numbered whether problems say at which step they are
   */
  StepCheck(CallReader reader, Bench bench, boolean numbered) {
    this.calls = new CallCheck(reader, bench);
    this.numbered = numbered;
  }

  /**
   * Steps as far as they read.
   *
   * @param steps in canonical form
   * @param predicted the most that they would use up, as far as it can be told before
   */
  record Checked(List<Step> steps, Cost predicted) {}

  List<Problem> problems() {
    return problems.stream().limit(MOST_PROBLEMS).toList();
  }

  Checked all(List<Step> steps) {
    return all(steps, "", new Scope());
  }

  private Checked all(List<Step> steps, String prefix, Scope scope) {
    List<Step> canonical = new ArrayList<>();
    Cost predicted = Cost.NONE;
    for (int i = 0; i < steps.size(); i++) {
      Checked checked = one(steps.get(i), prefix + (i + 1), scope);
      canonical.addAll(checked.steps());
      predicted = predicted.plus(checked.predicted());
    }
    return new Checked(canonical, predicted);
  }

  private Checked one(Step step, String number, Scope scope) {
    return switch (step) {
      case Step.Call call -> call(call, number, scope);
      case Step.Repeat repeat -> repeat(repeat, number, scope);
      case Step.ForEach each -> forEach(each, number, scope);
      case Step.When when -> when(when, number, scope);
      case Step.Measure measure -> {
        Optional<Binding> value = value(measure.value(), number, scope);
        bind(measure.as(), number, scope, value.orElse(new Binding.Typed(Shape.ANY)));
        yield free(measure);
      }
      case Step.Checkpoint checkpoint -> free(checkpoint);
      case Step.Ask ask -> {
        bind(ask.as(), number, scope, new Binding.Typed(Shape.text()));
        yield free(ask);
      }
    };
  }

  private static Checked free(Step step) {
    return new Checked(List.of(step), Cost.NONE);
  }

  private Checked call(Step.Call call, String number, Scope scope) {
    CallCheck.Checked checked = calls.check(call, scope);
    checked.problems().forEach(problem -> report(number + ", " + shown(call.tool()), problem));
    call.as()
        .ifPresent(name -> bind(name, number, scope, new Binding.Typed(calls.result(call.tool()))));
    return new Checked(List.of(checked.call()), checked.predicted());
  }

  private static String shown(String tool) {
    return tool.replaceAll("[^\\x20-\\x7e]", "?");
  }

  private Checked repeat(Step.Repeat repeat, String number, Scope scope) {
    Checked body = all(repeat.steps(), number + ".", scope);
    repeat.until().ifPresent(until -> condition(until, number, scope));
    return new Checked(
        List.of(new Step.Repeat(repeat.atMost(), repeat.until(), body.steps())),
        body.predicted().times(repeat.atMost()));
  }

  /** A list that the plan states is gone through item by item; of another, the kind is known. */
  private Checked forEach(Step.ForEach each, String number, Scope scope) {
    Optional<Binding> list = value(each.in(), number, scope);
    Checked once = all(each.steps(), number + ".", with(each, number, scope, itemOf(list)));
    Cost predicted = once.predicted().times(each.atMost());
    if (list.orElse(null) instanceof Binding.Known known) {
      predicted = Cost.NONE;
      tooMany(each, known.value(), number);
      for (int i = 0; i < known.value().size() && problems.isEmpty(); i++) {
        Scope inner = with(each, number, scope, new Binding.Known(known.value().get(i)));
        String here = "%s#%d.".formatted(number, i + 1);
        predicted = predicted.plus(all(each.steps(), here, inner).predicted());
      }
    }
    return new Checked(
        List.of(new Step.ForEach(each.item(), each.in(), each.atMost(), once.steps())), predicted);
  }

  private void tooMany(Step.ForEach each, JsonNode list, String number) {
    if (!list.isArray() || list.size() > each.atMost()) {
      report(
          number,
          Problem.of(
              ProblemCode.ARG_RANGE,
              list.isArray()
                  ? "the list has %d items and at_most is %d; raise at_most"
                      .formatted(list.size(), each.atMost())
                  : "in should be a list"));
    }
  }

  private Scope with(Step.ForEach each, String number, Scope scope, Binding item) {
    Scope inner = scope.inner();
    bind(each.item(), number, inner, item);
    return inner;
  }

  private static Binding itemOf(Optional<Binding> list) {
    return list.flatMap(
            binding ->
                binding instanceof Binding.Typed typed
                    ? typed.shape().at("0").<Binding>map(Binding.Typed::new)
                    : Optional.empty())
        .orElse(new Binding.Typed(Shape.ANY));
  }

  private Checked when(Step.When when, String number, Scope scope) {
    condition(when.condition(), number, scope);
    Checked then = all(when.steps(), number + ".", scope.inner());
    Checked otherwise = all(when.otherwise(), number + ".otherwise.", scope.inner());
    return new Checked(
        List.of(new Step.When(when.condition(), then.steps(), otherwise.steps())),
        then.predicted().orMore(otherwise.predicted()));
  }

  private void condition(String text, String number, Scope scope) {
    List<String> wrong =
        switch (PlanCondition.read(text)) {
          case PlanCondition.Result.Unreadable unreadable -> unreadable.problems();
          case PlanCondition.Result.Read read -> read.condition().problems(scope);
        };
    wrong.forEach(
        words ->
            report(
                number,
                Problem.of(
                    ProblemCode.ARG_SYNTAX,
                    "the condition \"%s\": %s".formatted(shown(text), words))));
  }

  /** What a value or a reference stands for. */
  private Optional<Binding> value(JsonText written, String number, Scope scope) {
    JsonNode node = StrictJson.ours(written.canonical());
    if (!Reference.isMeant(node)) {
      if (!Template.holes(node).isEmpty()) {
        report(number, Problem.of(ProblemCode.ARG_TYPE, "a value of an earlier step stands alone"));
      }
      return Optional.of(new Binding.Known(node));
    }
    CallCheck.Found found = CallCheck.find(node, scope);
    found.problem().ifPresent(words -> report(number, Problem.of(ProblemCode.NOT_FOUND, words)));
    return found.binding();
  }

  private void bind(String name, String number, Scope scope, Binding binding) {
    if (ConditionWords.RESERVED.contains(name)) {
      report(
          number,
          Problem.of(
              ProblemCode.ARG_CONFLICT,
              "the name %s has a meaning in conditions; choose another".formatted(name)));
    }
    if (scope.has(name)) {
      report(
          number,
          Problem.of(
              ProblemCode.ARG_CONFLICT,
              "the name %s is given twice; choose another".formatted(name)));
    }
    scope.bind(name, binding);
  }

  private void report(String number, Problem problem) {
    problems.add(
        numbered || number.contains(".")
            ? new Problem(
                problem.code(),
                problem.pointer(),
                "step %s: %s".formatted(number, problem.message()),
                problem.expected(),
                problem.got(),
                problem.suggestions())
            : problem);
  }
}
