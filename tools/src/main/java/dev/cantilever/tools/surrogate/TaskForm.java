package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.multitask.MultiTaskModel;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/** How several tasks hang together. See {@link MultiTaskModel}. */
public sealed interface TaskForm {

  /** Where nothing is said. */
  TaskForm USUAL = new Intrinsic(1);

  /**
   * The model of tasks.
   *
   * @throws IllegalArgumentException where the numbers do not fit together
   */
  MultiTaskModel model(KernelFamily family, int inputs, int tasks);

  /** All tasks vary over the same distances: the first choice for instruments on one specimen. */
  record Intrinsic(
      @Doc("How many functions the tasks share, at most the number of tasks.")
          @Bounds(min = 1, max = 20)
          @Default("1")
          int rank)
      implements TaskForm {

    @Override
    public MultiTaskModel model(KernelFamily family, int inputs, int tasks) {
      return new MultiTaskModel.Intrinsic(family, inputs, tasks, rank);
    }
  }

  /** Tasks may share what varies slowly and not what varies fast; needs many observations. */
  record Linear(
      @Doc("How many terms, each with lengthscales of its own.")
          @Bounds(min = 1, max = 5)
          @Default("2")
          int latents,
      @Doc("How many functions the tasks share in each term, at most the number of tasks.")
          @Bounds(min = 1, max = 20)
          @Default("1")
          int rank)
      implements TaskForm {

    @Override
    public MultiTaskModel model(KernelFamily family, int inputs, int tasks) {
      return new MultiTaskModel.Linear(family, inputs, tasks, latents, rank);
    }
  }

  /** The second task is a multiple of the first and a difference of its own: two fidelities. */
  record Autoregression() implements TaskForm {

    @Override
    public MultiTaskModel model(KernelFamily family, int inputs, int tasks) {
      if (tasks != 2) {
        throw new IllegalArgumentException(
            "an autoregression is of two tasks, the cheap one first, not of %d; choose intrinsic"
                .formatted(tasks));
      }
      return new MultiTaskModel.Autoregression(family, inputs);
    }
  }
}
