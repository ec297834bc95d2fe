package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.multitask.MultiTaskModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks of a model.
 *
 * @param names in the order in which observations first named them; the number of a task is its
 *     place here
 * @param form how they hang together
 */
public record Tasks(List<String> names, TaskForm form) {

  private static final int MOST = 20;
  private static final Set<String> FAMILIES = Set.of("rbf", "matern12", "matern32", "matern52");

  public Tasks {
    names = List.copyOf(names);
  }

  /**
   * Those that observations name; empty where they name none.
   *
   * @throws IllegalArgumentException where only some do, or all name the same
   */
  static Optional<Tasks> of(List<Observation> observations, Optional<TaskForm> form) {
    Set<String> names = new LinkedHashSet<>();
    for (Observation one : observations) {
      one.task().ifPresent(names::add);
    }
    if (names.isEmpty()) {
      form.ifPresent(
          given -> {
            throw new IllegalArgumentException(
                "tasks are given, but no observation names its task; name them or leave tasks out");
          });
      return Optional.empty();
    }
    for (int i = 0; i < observations.size(); i++) {
      if (observations.get(i).task().isEmpty()) {
        throw new IllegalArgumentException(
            "observation %d names no task, others do; name all of them or none".formatted(i));
      }
    }
    if (names.size() < 2 || names.size() > MOST) {
      throw new IllegalArgumentException(
          "%d tasks are named; from 2 to %d can be learnt together, one alone needs no name"
              .formatted(names.size(), MOST));
    }
    return Optional.of(new Tasks(List.copyOf(names), form.orElse(TaskForm.USUAL)));
  }

  /** The number of a task; −1 where there is none of this name. */
  int number(String name) {
    return names.indexOf(name);
  }

  int number(Observation observation) {
    return number(observation.task().orElseThrow());
  }

  /**
   * The model with a kernel of the inputs.
   *
   * @throws IllegalArgumentException where the kernel is none for tasks, or the numbers do not fit
   */
  MultiTaskModel model(KernelForm kernel, int inputs) {
    if (!FAMILIES.contains(kernel.words())) {
      throw new IllegalArgumentException(
          "the kernel \"%s\" has no model of several tasks; choose rbf, matern12, matern32 or matern52"
              .formatted(kernel.words()));
    }
    KernelFamily family = KernelFamily.valueOf(kernel.words().toUpperCase(Locale.ROOT));
    return form.model(family, inputs, names.size());
  }
}
