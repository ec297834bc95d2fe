package dev.cantilever.tools.search;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;

/** {@code campaign.search_explain}: why a search tried last what it did, out of its journal. */
public final class ExplainSearch implements Tool<ExplainSearch.Input, ExplainSearch.Output> {

  /** Which one. */
  public record Input(@Doc("The run that the search belongs to.") RunId run) {}

  /**
   * Why.
   *
   * @param words for people
   * @param iteration 0 for the initial design
   * @param trials of the proposal, in order
   */
  public record Output(String words, int iteration, List<Trial> trials) {

    public Output {
      trials = List.copyOf(trials);
    }
  }

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "campaign.search_explain",
        "Why the last conditions of a search were chosen: the method, and for the first of them the"
            + " value, the runner-up's, and what was expected.",
        Effect.READ,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\"}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return context
        .run()
        .other(input.run())
        .flatMap(run -> SearchState.of(run.search()))
        .filter(search -> !search.proposals().isEmpty())
        .map(search -> search.proposals().getLast())
        .map(proposed -> ToolResult.of(of(input.run(), proposed)))
        .orElseGet(
            () ->
                ToolResult.failed(
                    EffectHappened.NONE,
                    Problem.of(
                        ProblemCode.NOT_FOUND,
                        "no conditions were chosen in %s; run.list lists all runs"
                            .formatted(input.run()))));
  }

  private static Output of(RunId run, Proposed proposed) {
    String words = "In %s, %s".formatted(run, SearchText.why(proposed));
    return new Output(words, proposed.iteration(), proposed.trials());
  }
}
