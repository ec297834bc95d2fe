package dev.cantilever.tools.surrogate;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.function.Function;

/** Finds the model that a call names and hands it over, or says why it cannot. */
public final class StoredModel {

  private StoredModel() {}

  /**
   * The tool's result with the model.
   *
   * @param at the inputs that it is going to be asked about
   */
  public static <O extends Record> ToolResult<O> use(
      CallContext context, String hash, List<Series> at, Function<Model, ToolResult<O>> work) {
    return context
        .run()
        .blob(context.run().id(), hash)
        .flatMap(Model::read)
        .<ToolResult<O>>map(model -> fits(model, at) ? work.apply(model) : unequal(model))
        .orElseGet(
            () ->
                failed(
                    ProblemCode.NOT_FOUND,
                    "there is no model %s here; surrogate.fit makes one".formatted(hash)));
  }

  private static boolean fits(Model model, List<Series> at) {
    return at.stream().allMatch(x -> x.size() == model.dimension());
  }

  private static <O extends Record> ToolResult<O> unequal(Model model) {
    return failed(
        ProblemCode.ARG_CONFLICT,
        "every input needs %d coordinates, as the model has".formatted(model.dimension()));
  }

  private static <O extends Record> ToolResult<O> failed(ProblemCode code, String message) {
    return ToolResult.failed(EffectHappened.NONE, Problem.of(code, message));
  }
}
