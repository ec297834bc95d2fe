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

/** {@code run.pause}: a run finishes what it is doing and waits. Needs no approval. */
public final class PauseRun implements Tool<PauseRun.Input, PauseRun.Output> {

  /** Which one, and why. */
  public record Input(
      @Doc("The run.") RunId run,
      @Doc("Whether to go on until the next checkpoint of the plan or batch of the campaign.")
          @Default("false")
          boolean atCheckpoint,
      @Doc("Why, for the journal.") @Text(maxLength = 400) @Default("\"asked to wait\"")
          String reason) {}

  /** What was asked. */
  public record Output(String answer) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "run.pause",
        "Lets a run finish its present step and wait; a person lets it go on with ./cantilever"
            + " continue. For good: campaign.stop.",
        Effect.READ,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\", \"reason\": \"somebody enters the room\"}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    RunEvent pause = new RunEvent.PauseRequested(input.reason(), input.atCheckpoint());
    return context.run().tell(input.run(), pause)
        ? ToolResult.of(new Output(input.run() + " waits before its next step"))
        : ToolResult.failed(
            EffectHappened.NONE,
            Problem.of(
                ProblemCode.NOT_FOUND,
                "%s is not running; the verb runs lists all runs".formatted(input.run())));
  }
}
