package dev.cantilever.tools.plan;

import dev.cantilever.vocabulary.plan.Step;
import java.util.List;
import java.util.stream.Stream;

/** Looks through the steps of a plan. */
final class Steps {

  /** How deep steps may lie inside steps. */
  static final int DEEPEST = 5;

  private Steps() {}

  /** Those directly inside, in order. */
  static List<Step> inside(Step step) {
    return switch (step) {
      case Step.Repeat repeat -> repeat.steps();
      case Step.ForEach each -> each.steps();
      case Step.When when ->
          Stream.concat(when.steps().stream(), when.otherwise().stream()).toList();
      case Step.Call call -> List.of();
      case Step.Measure measure -> List.of();
      case Step.Checkpoint checkpoint -> List.of();
      case Step.Ask ask -> List.of();
    };
  }

  /** Every call, however deep, in the order of the text. */
  static Stream<Step.Call> calls(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> step instanceof Step.Call call ? Stream.of(call) : calls(inside(step)));
  }

  static int depth(List<Step> steps) {
    return steps.stream().mapToInt(step -> 1 + depth(inside(step))).max().orElse(0);
  }

  /** How many calls at most. */
  static double most(List<Step> steps) {
    return steps.stream()
        .mapToDouble(
            step ->
                switch (step) {
                  case Step.Call call -> 1;
                  case Step.Repeat repeat -> repeat.atMost() * most(repeat.steps());
                  case Step.ForEach each -> each.atMost() * most(each.steps());
                  case Step.When when -> Math.max(most(when.steps()), most(when.otherwise()));
                  case Step.Measure measure -> 0;
                  case Step.Checkpoint checkpoint -> 0;
                  case Step.Ask ask -> 0;
                })
        .sum();
  }
}
