package dev.cantilever.tools.audit;

import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a plan by their numbers as they stand in the text, such as {@code 3.otherwise.1}.
 */
final class NumberedSteps {

  private final Map<String, Step> steps = new LinkedHashMap<>();

  NumberedSteps(Plan plan) {
    add(plan.steps(), "");
  }

  private void add(List<Step> list, String prefix) {
    for (int i = 0; i < list.size(); i++) {
      String number = prefix + (i + 1);
      steps.put(number, list.get(i));
      switch (list.get(i)) {
        case Step.Repeat repeat -> add(repeat.steps(), number + ".");
        case Step.ForEach each -> add(each.steps(), number + ".");
        case Step.When when -> {
          add(when.steps(), number + ".");
          add(when.otherwise(), number + ".otherwise.");
        }
        case Step.Call call -> {}
        case Step.Measure measure -> {}
        case Step.Checkpoint checkpoint -> {}
        case Step.Ask ask -> {}
      }
    }
  }

  Map<String, Step> all() {
    return steps;
  }

  /** The step, or nothing. */
  Step find(String number) {
    return steps.get(number);
  }

  /** Number of the call whose result has this name. */
  Optional<String> naming(String name) {
    return steps.entrySet().stream()
        .filter(
            one -> one.getValue() instanceof Step.Call call && call.as().equals(Optional.of(name)))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
