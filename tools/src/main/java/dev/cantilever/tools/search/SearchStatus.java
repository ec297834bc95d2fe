package dev.cantilever.tools.search;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Doc;

/** {@code campaign.search_status}: where a search stands, running or finished. */
public final class SearchStatus implements Tool<SearchStatus.Input, SearchSummary> {

  /** Which one. */
  public record Input(@Doc("The run that the search belongs to.") RunId run) {}

  @Override
  public ToolCard<Input, SearchSummary> card() {
    return new ToolCard<>(
        "campaign.search_status",
        "How many conditions a search has tried, the best so far or the Pareto front, and why it"
            + " ended if it has.",
        Effect.READ,
        Input.class,
        SearchSummary.class,
        "{\"run\": \"run-0001\"}");
  }

  @Override
  public ToolResult<SearchSummary> run(Input input, CallContext context) {
    return context
        .run()
        .other(input.run())
        .flatMap(run -> SearchState.of(run.search()).map(state -> SearchSummary.of(state, run)))
        .map(summary -> ToolResult.of(summary))
        .orElseGet(
            () ->
                ToolResult.failed(
                    EffectHappened.NONE,
                    Problem.of(
                        ProblemCode.NOT_FOUND,
                        "there is no search in %s; the verb runs lists all runs"
                            .formatted(input.run()))));
  }
}
