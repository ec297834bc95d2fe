package dev.cantilever.tools.surrogate;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the model that a call names and hands it over, or says why it cannot. */
public final class StoredModel {

  private StoredModel() {}

  /**
   * Where a model is going to be asked.
   *
   * @param task which one of several; nothing where the model has but one
   */
  public record Where(List<Series> at, Optional<String> task) {

    public Where {
      at = List.copyOf(at);
    }

    private Optional<String> problem(Model model) {
      if (at.stream().anyMatch(x -> x.size() != model.dimension())) {
        return Optional.of(
            "every input needs %d coordinates, as the model has".formatted(model.dimension()));
      }
      return model.tasks().map(this::problem).orElseGet(this::superfluous);
    }

    private Optional<String> problem(Tasks tasks) {
      boolean isKnown = task.filter(name -> tasks.number(name) >= 0).isPresent();
      return isKnown
          ? Optional.empty()
          : Optional.of(
              "%s; the model has the tasks %s"
                  .formatted(
                      task.map("there is no task \"%s\""::formatted).orElse("say which task"),
                      String.join(", ", tasks.names())));
    }

    private Optional<String> superfluous() {
      return task.map(
          name ->
              "the model has but one task; leave out \"%s\" or name tasks at the fit"
                  .formatted(name));
    }
  }

  /** The tool's result with the model. */
  public static <O extends Record> ToolResult<O> use(
      CallContext context, String hash, Function<Model, ToolResult<O>> work) {
    return context
        .run()
        .blob(context.run().id(), hash)
        .flatMap(Model::read)
        .map(work)
        .orElseGet(
            () ->
                failed(
                    ProblemCode.NOT_FOUND,
                    "there is no model %s here; surrogate.fit makes one".formatted(hash)));
  }

  /** The tool's result with the model, which is going to be asked somewhere. */
  public static <O extends Record> ToolResult<O> use(
      CallContext context, String hash, Where where, Function<Model, ToolResult<O>> work) {
    return use(
        context,
        hash,
        model ->
            where
                .problem(model)
                .map(message -> StoredModel.<O>failed(ProblemCode.ARG_CONFLICT, message))
                .orElseGet(() -> work.apply(model)));
  }

  private static <O extends Record> ToolResult<O> failed(ProblemCode code, String message) {
    return ToolResult.failed(EffectHappened.NONE, Problem.of(code, message));
  }
}
