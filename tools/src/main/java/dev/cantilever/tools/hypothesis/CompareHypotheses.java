package dev.cantilever.tools.hypothesis;

import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.ImpossibleStart;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.structured.Evidence;
import dev.cantilever.numerics.structured.ParameterSummary;
import dev.cantilever.numerics.structured.PhysicalFit;
import dev.cantilever.numerics.structured.PhysicalModel;
import dev.cantilever.tools.surrogate.Hypothesis;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.ArrayList;
import java.util.List;

/** {@code hypothesis.compare}: which of several formulas explains observations, and how surely. */
public final class CompareHypotheses
    implements Tool<CompareHypotheses.Input, CompareHypotheses.Output> {

  /** Observations and formulas. */
  public record Input(
      @Doc("What the formulas speak of, in the order of the coordinates.") @Items(min = 1, max = 20)
          List<MeanFunction.Input> inputs,
      @Doc("Inputs with what was observed there.") @Items(min = 3, max = 2000)
          List<Row> observations,
      @Doc("The explanations.") @Items(min = 1, max = 8) List<Hypothesis> hypotheses,
      @Doc("What is believed of the standard deviation of the noise, in the observations' unit.")
          @Default("{\"kind\": \"log_normal\", \"mu\": 0, \"sigma\": 1}")
          Prior noise,
      @Doc("How carefully parameters are drawn.") @Default("{}") InferenceSettings inference,
      @Doc("Seed of the draws.") @Bounds(min = 0, max = 9007199254740991.0) @Default("0")
          long seed) {

    public Input {
      inputs = List.copyOf(inputs);
      observations = List.copyOf(observations);
      hypotheses = List.copyOf(hypotheses);
      int dimension = inputs.size();
      if (observations.stream().anyMatch(row -> row.x().size() != dimension)) {
        throw new IllegalArgumentException(
            "every observation needs %d coordinates, one for each input".formatted(dimension));
      }
    }
  }

  /** What was seen at one input. */
  public record Row(
      @Doc("Coordinates in their own units, not scaled.") Series x,
      @Doc("What was observed there.") @Bounds(min = -1e100, max = 1e100) double y) {}

  /**
   * The comparison.
   *
   * @param hypotheses in the order in which they were given
   * @param preferred name of the one of greatest evidence
   */
  public record Output(List<Standing> hypotheses, String preferred) {}

  /**
   * One explanation in the light of the observations.
   *
   * @param logEvidence log probability of the observations under it, in nats
   * @param standardError of that, from having finitely many draws
   * @param probability among those compared, each as likely as the others beforehand
   * @param parameters what was learnt of them; the noise's standard deviation comes last
   * @param warnings what a person should know before trusting it
   */
  public record Standing(
      String name,
      double logEvidence,
      double standardError,
      double probability,
      List<ParameterSummary> parameters,
      List<String> warnings) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "hypothesis.compare",
        "Which of several physical formulas explains observations: evidence and probability of"
            + " each, and what its parameters are.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"inputs\": [{\"name\": \"v\", \"unit\": \"V\"}], \"observations\": [{\"x\": [0], \"y\":"
            + " 0.1}, {\"x\": [1], \"y\": 1.1}, {\"x\": [2], \"y\": 1.9}], \"hypotheses\":"
            + " [{\"name\": \"linear\", \"formula\": \"a*v\", \"parameters\": [{\"name\": \"a\","
            + " \"prior\": {\"kind\": \"normal\"}}]}]}");
  }

  @Override
  public List<Problem> check(Input input, Bench bench) {
    return input.hypotheses().stream()
        .flatMap(one -> one.problems(input.inputs()).stream())
        .map(message -> Problem.of(ProblemCode.ARG_CONFLICT, message))
        .toList();
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Points x =
        Points.of(input.observations().stream().map(r -> r.x().toArray()).toArray(double[][]::new));
    double[] y = input.observations().stream().mapToDouble(Row::y).toArray();
    List<PhysicalFit> fits = new ArrayList<>();
    List<Evidence> evidences = new ArrayList<>();
    for (Hypothesis one : input.hypotheses()) {
      try {
        PhysicalFit fit =
            new PhysicalModel(one.read(input.inputs()), input.noise())
                .fit(x, y, input.inference(), RandomStream.of(input.seed(), "fit/" + one.name()));
        fits.add(fit);
        evidences.add(fit.evidence(RandomStream.of(input.seed(), "evidence/" + one.name())));
      } catch (ImpossibleStart nowhere) {
        return ToolResult.failed(
            EffectHappened.NONE,
            Problem.of(
                ProblemCode.OUTPUT_INVALID,
                "hypothesis %s: %s".formatted(one.name(), nowhere.getMessage())));
      }
    }
    return ToolResult.of(output(input, fits, evidences));
  }

  private static Output output(Input input, List<PhysicalFit> fits, List<Evidence> evidences) {
    double most = evidences.stream().mapToDouble(Evidence::log).max().orElseThrow();
    double sum = 0;
    for (Evidence one : evidences) {
      sum += StrictMath.exp(one.log() - most);
    }
    List<Standing> standings = new ArrayList<>();
    String preferred = "";
    for (int h = 0; h < fits.size(); h++) {
      Evidence own = evidences.get(h);
      String name = input.hypotheses().get(h).name();
      preferred = own.log() == most && preferred.isEmpty() ? name : preferred;
      standings.add(
          new Standing(
              name,
              own.log(),
              own.standardError(),
              StrictMath.exp(own.log() - most) / sum,
              fits.get(h).parameters().summaries(),
              fits.get(h).parameters().warnings()));
    }
    return new Output(standings, preferred);
  }
}
