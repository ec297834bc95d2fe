package dev.cantilever.tools.reward;

import dev.cantilever.numerics.reward.Reward;
import dev.cantilever.tools.instrument.SpectrumBlob;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Spectrum;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;

/** {@code reward.evaluate}: a reward on one stored spectrum, term by term. */
public final class EvaluateReward implements Tool<EvaluateReward.Input, EvaluateReward.Output> {

  /** Reward and spectrum. */
  public record Input(
      @Doc("What is wanted.") @Default("{\"terms\": [{\"scalariser\": \"loop_area\"}]}")
          Reward reward,
      @Doc("The run that holds the spectrum.") RunId run,
      @Doc("Content hash of the spectrum, as instrument.acquire returned it.")
          @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String blob) {}

  /** The scalar and what each term contributed. */
  public record Output(double value, List<Reward.Contribution> terms) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "reward.evaluate",
        "The value of a reward on one stored spectrum, with the contribution of every term.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\", \"blob\": \"sha256:" + "0".repeat(64) + "\"}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return context
        .run()
        .blob(input.run(), input.blob())
        .map(SpectrumBlob::read)
        .map(spectrum -> evaluated(input.reward(), spectrum))
        .orElseGet(
            () ->
                ToolResult.failed(
                    EffectHappened.NONE,
                    Problem.of(
                        ProblemCode.NOT_FOUND,
                        "%s holds no spectrum %s; campaign.status lists runs, show lists spectra"
                            .formatted(input.run(), input.blob()))));
  }

  private static ToolResult<Output> evaluated(Reward reward, Spectrum spectrum) {
    double value = reward.value(spectrum);
    return Double.isFinite(value)
        ? ToolResult.of(new Output(value, reward.explain(spectrum)))
        : ToolResult.failed(
            EffectHappened.NONE,
            Problem.of(
                ProblemCode.OUTPUT_INVALID,
                "the reward of this spectrum is not a finite number; its quality is "
                    + spectrum.quality()));
  }
}
