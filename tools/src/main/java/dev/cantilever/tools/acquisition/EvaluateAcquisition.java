package dev.cantilever.tools.acquisition;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.tools.surrogate.Model;
import dev.cantilever.tools.surrogate.StoredModel;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code acquisition.evaluate}: what measuring at given inputs promises. */
public final class EvaluateAcquisition
    implements Tool<EvaluateAcquisition.Input, EvaluateAcquisition.Output> {

  /** Model, function and inputs. */
  public record Input(
      @Doc("Content hash of the model, as surrogate.fit returned it.")
          @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String model,
      @Doc("What ranks the inputs; for maximisation, on standardised observations.")
          @Default("{\"kind\": \"log_expected_improvement\"}")
          AcquisitionFunction acquisitionFunction,
      @Doc("Inputs, scaled to [0, 1] as for the fit.") @Items(min = 1, max = 2500) List<Series> at,
      @Doc("Which task, of a model that has several.") @Text(maxLength = 60)
          Optional<String> task) {}

  /**
   * The values.
   *
   * @param incumbent largest posterior mean at the observed inputs, standardised
   * @param values one per input
   */
  public record Output(double incumbent, Series values) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "acquisition.evaluate",
        "Values of an acquisition function at given inputs, against the largest posterior mean"
            + " at the observed ones.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"model\": \"sha256:" + "0".repeat(64) + "\", \"at\": [[0.3], [0.7]]}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return StoredModel.use(
        context,
        input.model(),
        new StoredModel.Where(input.at(), input.task()),
        model -> ToolResult.of(evaluate(model, input)));
  }

  private static Output evaluate(Model model, Input input) {
    Asked asked = Asked.of(model, input.at(), input.task());
    Situation situation =
        asked.situation(
            Set.copyOf(asked.observed()),
            Incumbent.BEST_POSTERIOR_MEAN,
            RandomStream.of(0, "acquisition.evaluate"));
    double[] values = input.acquisitionFunction().values(situation);
    return new Output(situation.best(), Series.of(values));
  }
}
