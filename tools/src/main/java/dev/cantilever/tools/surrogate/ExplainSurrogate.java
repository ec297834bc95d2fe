package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.monitor.Calibration;
import dev.cantilever.numerics.monitor.Predictions;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.LeaveOneOut;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code surrogate.explain}: what a fitted model makes of its observations, and how far to trust.
 */
public final class ExplainSurrogate
    implements Tool<ExplainSurrogate.Input, ExplainSurrogate.Output> {

  /** An observation further from its prediction than this is worth a second look. */
  private static final double REMARKABLE = 2.5;

  /** Which model. */
  public record Input(
      @Doc("Content hash of the model, as surrogate.fit returned it.")
          @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String model) {}

  /**
   * What was found.
   *
   * @param hyperparameters for scaled inputs and standardised observations; of several draws the
   *     first, and so is everything below
   * @param relevance share of each input in how the model varies: the mean size of its slope at the
   *     observed inputs over the sum of all
   * @param signalShare variance of the model over the observed inputs by that plus the noise's
   * @param calibration of each observation predicted from the others, in their own unit
   * @param surprises observations more than 2.5 deviations from what the others say, worst first
   * @param sentences the same in words
   * @param tasks how they hang together, over all draws, where there are several
   * @param places where observations were really made as far as is known, the mean over all draws;
   *     only where inputs are uncertain
   */
  public record Output(
      Hyperparameters hyperparameters,
      Series relevance,
      double signalShare,
      Calibration calibration,
      List<Surprise> surprises,
      List<String> sentences,
      Optional<TaskReport> tasks,
      Optional<List<Series>> places) {}

  /**
   * An observation that the others would not have foretold.
   *
   * @param observation its number, from 0
   * @param residual observed less predicted, in deviations of an observation
   */
  public record Surprise(int observation, double observed, double predicted, double residual) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "surrogate.explain",
        "What a fitted model makes of its observations: which inputs matter, signal against"
            + " noise, how well each observation is predicted from the others, and which ones"
            + " surprise.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"model\": \"sha256:" + "0".repeat(64) + "\"}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return StoredModel.use(
        context,
        input.model(),
        model ->
            model.observations().size() > Model.MANY
                ? ToolResult.failed(
                    EffectHappened.NONE,
                    Problem.of(
                        ProblemCode.ARG_CONFLICT,
                        "leaving each of %d observations out is too much; explain up to %d of them"
                            .formatted(model.observations().size(), Model.MANY)))
                : ToolResult.of(explain(model)));
  }

  private static Output explain(Model model) {
    GaussianProcess process = model.process(0);
    Predictions predictions = inUnit(model, process.leaveOneOut());
    Series relevance = relevance(process, model.dimension());
    double signal = signalShare(process);
    List<Surprise> surprises = surprises(predictions);
    Calibration calibration = Calibration.of(predictions);
    Optional<TaskReport> tasks = TaskReport.of(model);
    Optional<List<Series>> places = model.places().map(ExplainSurrogate::mean);
    List<String> sentences = sentences(relevance, signal, calibration, surprises);
    tasks.map(ExplainSurrogate::words).ifPresent(sentences::addAll);
    return new Output(
        model.draws().getFirst(),
        relevance,
        signal,
        calibration,
        surprises,
        List.copyOf(sentences),
        tasks,
        places);
  }

  private static Predictions inUnit(Model model, LeaveOneOut leftOut) {
    List<Observation> observations = model.observations();
    double[] y = observations.stream().mapToDouble(Observation::y).toArray();
    double[] mean = new double[y.length];
    double[] sigma = new double[y.length];
    Map<Optional<String>, Standardisation> scales = new HashMap<>();
    for (int i = 0; i < y.length; i++) {
      Standardisation scale =
          scales.computeIfAbsent(observations.get(i).task(), model::standardisation);
      mean[i] = scale.mean(leftOut.mean().get(i));
      sigma[i] = scale.deviation(Math.sqrt(leftOut.variance().get(i)));
    }
    return new Predictions(Series.of(y), Series.of(mean), Series.of(sigma));
  }

  private static List<Series> mean(List<List<Series>> draws) {
    List<Series> means = new ArrayList<>();
    for (int i = 0; i < draws.getFirst().size(); i++) {
      double[] mean = new double[draws.getFirst().get(i).size()];
      for (int k = 0; k < mean.length; k++) {
        for (List<Series> draw : draws) {
          mean[k] += draw.get(i).get(k);
        }
        mean[k] /= draws.size();
      }
      means.add(Series.of(mean));
    }
    return means;
  }

  private static Series relevance(GaussianProcess process, int dimension) {
    Points x = process.inputs();
    double[] size = new double[dimension];
    double sum = 0;
    for (int i = 0; i < x.size(); i++) {
      Series slopes = process.slopes(x.select(i)).meanSlopes();
      for (int k = 0; k < size.length; k++) {
        size[k] += Math.abs(slopes.get(k));
        sum += Math.abs(slopes.get(k));
      }
    }
    for (int k = 0; k < size.length; k++) {
      size[k] = sum == 0 ? 1.0 / size.length : size[k] / sum;
    }
    return Series.of(size);
  }

  private static double signalShare(GaussianProcess process) {
    double[] mean = process.at(process.inputs()).mean().toArray();
    double average = 0;
    for (double value : mean) {
      average += value / mean.length;
    }
    double variance = 0;
    double noise = 0;
    for (int i = 0; i < mean.length; i++) {
      variance += (mean[i] - average) * (mean[i] - average) / mean.length;
      noise += process.noiseVariance()[i] / mean.length;
    }
    return variance / (variance + noise);
  }

  private static List<Surprise> surprises(Predictions of) {
    double[] z = of.standardisedResiduals().toArray();
    return IntStream.range(0, z.length)
        .filter(i -> Math.abs(z[i]) > REMARKABLE)
        .mapToObj(i -> new Surprise(i, of.y().get(i), of.mean().get(i), z[i]))
        .sorted(Comparator.comparingDouble(one -> -Math.abs(one.residual())))
        .toList();
  }

  private static List<String> sentences(
      Series relevance, double signal, Calibration calibration, List<Surprise> surprises) {
    List<String> sentences = new ArrayList<>();
    int leader = 0;
    for (int k = 1; k < relevance.size(); k++) {
      leader = relevance.get(k) > relevance.get(leader) ? k : leader;
    }
    sentences.add(
        words(
            "input %d matters most, with %.0f %% of all slopes",
            leader + 1, 100 * relevance.get(leader)));
    sentences.add(words("%.0f %% of what varies is signal, the rest noise", 100 * signal));
    sentences.add(
        words(
            "%.0f %% of %d observations lie within the 95 %% interval that the others foretell",
            100 * calibration.coverage95(), calibration.size()));
    if (calibration.meanStandardisedSquaredError() > 2) {
      sentences.add("the model is too sure of itself: its noise or its kernel does not fit");
    }
    for (Surprise one : surprises.subList(0, Math.min(3, surprises.size()))) {
      sentences.add(
          words(
              "observation %d is %.4g where %.4g was foretold; look at it again",
              one.observation(), one.observed(), one.predicted()));
    }
    return sentences;
  }

  private static List<String> words(TaskReport tasks) {
    List<String> sentences = new ArrayList<>();
    for (int a = 0; a < Math.min(4, tasks.names().size()); a++) {
      for (int b = 0; b < a; b++) {
        sentences.add(
            words(
                "tasks %s and %s correlate by %.2f",
                tasks.names().get(b), tasks.names().get(a), tasks.correlation().get(a).get(b)));
      }
    }
    return sentences;
  }

  private static String words(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }
}
