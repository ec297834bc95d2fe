package dev.cantilever.tools.campaign;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;

/** {@code campaign.stop}: a running campaign ends before its next step. Needs no approval. */
public final class StopCampaign implements Tool<StopCampaign.Input, StopCampaign.Output> {

  /** Which one, and why. */
  public record Input(
      @Doc("The run that the campaign belongs to.") RunId run,
      @Doc("Why, for the journal.") @Text(maxLength = 400) @Default("\"asked to stop\"")
          String reason) {}

  /** What was asked. */
  public record Output(String answer) {}

  /** It only lets an instrument come to rest, so that nobody's leave is needed. */
  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "campaign.stop",
        "Asks a running campaign to end before its next step. Data taken so far are kept.",
        Effect.READ,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\", \"reason\": \"the film is cracked\"}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return context.run().tell(input.run(), new RunEvent.StopRequested(input.reason()))
        ? ToolResult.of(new Output(input.run() + " ends before its next step"))
        : ToolResult.failed(
            EffectHappened.NONE,
            Problem.of(
                ProblemCode.NOT_FOUND,
                "%s is not running; the verb runs lists all runs".formatted(input.run())));
  }
}
