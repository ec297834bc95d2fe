package dev.cantilever.tools.campaign;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;
import java.util.Optional;

/** {@code campaign.explain}: why the last batch of a campaign is what it is, out of its journal. */
public final class ExplainCampaign implements Tool<ExplainCampaign.Input, ExplainCampaign.Output> {

  /** Which one. */
  public record Input(@Doc("The run that the campaign belongs to.") RunId run) {}

  /**
   * Why.
   *
   * @param words for people
   * @param iteration 0 for the initial design
   * @param sites of the batch, in order
   */
  public record Output(String words, int iteration, List<Integer> sites) {

    public Output {
      sites = List.copyOf(sites);
    }
  }

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "campaign.explain",
        "Why the last batch of a campaign was chosen: the method, and for its first site the value,"
            + " the runner-up, and what was expected there.",
        Effect.READ,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\"}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Optional<CampaignState> campaign =
        context.run().other(input.run()).flatMap(run -> CampaignState.of(run.campaign()));
    return campaign
        .filter(state -> !state.batches().isEmpty())
        .map(state -> ToolResult.of(of(input.run(), state.batches().getLast())))
        .orElseGet(
            () ->
                ToolResult.failed(
                    EffectHappened.NONE,
                    Problem.of(
                        ProblemCode.NOT_FOUND,
                        "no sites were chosen in %s; run.list lists all runs"
                            .formatted(input.run()))));
  }

  private static Output of(RunId run, BatchProposed batch) {
    Explanation why = Explanation.read(batch.why());
    String words =
        "Batch %d of %s, sites %s: %s. %s"
            .formatted(batch.iteration(), run, batch.sites(), why.method(), why.firstInWords());
    return new Output(words, batch.iteration(), batch.sites());
  }
}
