package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.multitask.TaskRelations;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/**
 * How the tasks of a model hang together.
 *
 * @param names of the tasks, in the order of the rows below
 * @param covariance prior covariance between tasks at one place, each standardised by its own
 *     observations
 * @param correlation the same as correlations
 */
public record TaskReport(List<String> names, List<Series> covariance, List<Series> correlation) {

  public TaskReport {
    names = List.copyOf(names);
    covariance = List.copyOf(covariance);
    correlation = List.copyOf(correlation);
  }

  /** Of all draws of a model; empty where it has one task. */
  static Optional<TaskReport> of(Model model) {
    return model
        .tasks()
        .map(
            tasks -> {
              List<Kernel> kernels =
                  model.draws().stream().map(draw -> draw.kernel(model.template())).toList();
              TaskRelations relations =
                  TaskRelations.of(kernels, model.dimension(), tasks.names().size());
              return new TaskReport(tasks.names(), relations.covariance(), relations.correlation());
            });
  }
}
