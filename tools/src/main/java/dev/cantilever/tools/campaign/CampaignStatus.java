package dev.cantilever.tools.campaign;

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

/** {@code campaign.status}: where a campaign stands, running or finished. */
public final class CampaignStatus implements Tool<CampaignStatus.Input, CampaignSummary> {

  /** Which one. */
  public record Input(@Doc("The run that the campaign belongs to.") RunId run) {}

  @Override
  public ToolCard<Input, CampaignSummary> card() {
    return new ToolCard<>(
        "campaign.status",
        "How many sites a campaign has measured, the best so far, and why it ended if it has.",
        Effect.READ,
        Input.class,
        CampaignSummary.class,
        "{\"run\": \"run-0001\"}");
  }

  @Override
  public ToolResult<CampaignSummary> run(Input input, CallContext context) {
    return context
        .run()
        .other(input.run())
        .flatMap(
            run -> CampaignState.of(run.campaign()).map(state -> CampaignSummary.of(state, run)))
        .map(summary -> ToolResult.of(summary))
        .orElseGet(
            () ->
                ToolResult.failed(
                    EffectHappened.NONE,
                    Problem.of(
                        ProblemCode.NOT_FOUND,
                        "there is no campaign in %s; the verb runs lists all runs"
                            .formatted(input.run()))));
  }
}
