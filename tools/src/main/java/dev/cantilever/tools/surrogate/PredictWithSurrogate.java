package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code surrogate.predict}: posterior mean and standard deviation of a fitted model. */
public final class PredictWithSurrogate
    implements Tool<PredictWithSurrogate.Input, PredictWithSurrogate.Output> {

  /** Which model, and where. */
  public record Input(
      @Doc("Content hash of the model, as surrogate.fit returned it.")
          @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String model,
      @Doc("Inputs, scaled to [0, 1] as for the fit.") @Items(min = 1, max = 2500) List<Series> at,
      @Doc("Which task, of a model that has several.") @Text(maxLength = 60)
          Optional<String> task) {}

  /**
   * In the unit of the observations, or of those of the task.
   *
   * @param mean one per input
   * @param deviation standard deviation of the noise-free function, one per input
   */
  public record Output(Series mean, Series deviation) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "surrogate.predict",
        "Posterior mean and standard deviation of the noise-free function at given inputs.",
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
        model -> ToolResult.of(predict(model, input)));
  }

  private static Output predict(Model model, Input input) {
    Standardisation scale = model.standardisation(input.task());
    Points points = model.points(input.at(), input.task());
    PoolPosterior posterior = model.posterior().over(points);
    List<Double> mean = new ArrayList<>();
    List<Double> deviation = new ArrayList<>();
    for (int i = 0; i < posterior.size(); i++) {
      mean.add(scale.mean(posterior.mean(i)));
      deviation.add(scale.deviation(posterior.deviation(i)));
    }
    return new Output(series(mean), series(deviation));
  }

  private static Series series(List<Double> values) {
    return Series.of(values.stream().mapToDouble(v -> v).toArray());
  }
}
