package dev.cantilever.tools.space;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.cost.WayCost;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.search.ClimbedFunction;
import dev.cantilever.numerics.search.CostedFunction;
import dev.cantilever.numerics.search.SpaceProposer;
import dev.cantilever.numerics.space.Axis;
import dev.cantilever.numerics.space.Condition;
import dev.cantilever.numerics.space.Constraint;
import dev.cantilever.numerics.space.NoFeasiblePoint;
import dev.cantilever.numerics.space.ScaledAcquisitionFunction;
import dev.cantilever.numerics.space.SearchSpace;
import dev.cantilever.numerics.space.SpaceProposal;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.space.Visited;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.tools.cost.CostKind;
import dev.cantilever.tools.cost.Priced;
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
import java.util.Optional;

/** {@code space.propose}: the next condition of a search space of any make, and why. */
public final class ProposeCondition
    implements Tool<ProposeCondition.Input, ProposeCondition.Output> {

  /** The space, what is known of it, and how to choose. */
  public record Input(
      @Doc("What can be set, and between what limits.") @Items(min = 1, max = 50) List<Axis> axes,
      @Doc("What has to hold between settings.") @Items(min = 0, max = 50) @Default("[]")
          List<Constraint.Stated> constraints,
      @Doc("Conditions with what was observed there; larger is better.") @Items(min = 2, max = 600)
          List<Row> observations,
      @Doc("Conditions at which a measurement failed; they are not proposed again.")
          @Items(min = 0, max = 600)
          @Default("[]")
          List<Condition> failed,
      @Doc("What ranks conditions; for maximisation, on standardised observations.")
          @Default("{\"kind\": \"log_expected_improvement\"}")
          Pointwise acquisitionFunction,
      @Doc("What improvement is measured against.") @Default("\"best_posterior_mean\"")
          Incumbent incumbent,
      @Doc("The kernel: one of its leaves, or several joined by * and +.") @Default("\"rbf\"")
          KernelForm kernel,
      @Doc("What measuring costs; then value per cost is ranked.") Optional<ConditionCost> cost,
      @Doc("How hard to search.") @Default("{}") SpaceSearch.Options search,
      @Doc("Random starts of the fit beside usual values.") @Bounds(min = 0, max = 50) @Default("0")
          int restarts,
      @Doc("Seed of every random choice.") @Bounds(min = 0, max = 9007199254740991.0) @Default("0")
          long seed) {

    public Input {
      axes = List.copyOf(axes);
      constraints = List.copyOf(constraints);
      observations = List.copyOf(observations);
      failed = List.copyOf(failed);
      if (cost.isPresent()) {
        CostedFunction.requireDivisible(acquisitionFunction);
      }
    }

    SearchSpace space() {
      return new SearchSpace(axes, List.copyOf(constraints));
    }
  }

  /** A fixed part and a rate for the way from the present condition. */
  public record ConditionCost(
      @Doc("What the cost counts.") @Default("\"time\"") CostKind of,
      @Doc("Cost of a measurement without any change: s, m, or the unit of dose.")
          @Bounds(min = 1e-12, max = 1e12)
          @Default("1")
          double fixed,
      @Doc("Cost of the change for a distance of 1 in scaled inputs, the whole range of one axis.")
          @Bounds(min = 0, max = 1e12)
          double perDistance,
      @Doc("The present condition.") Condition from) {

    WayCost way() {
      return new WayCost(fixed, perDistance);
    }
  }

  /** What was seen under one condition. */
  public record Row(
      @Doc("The condition.") Condition condition,
      @Doc("What was observed there.") @Bounds(min = -1e300, max = 1e300) double y) {}

  /**
   * The proposal.
   *
   * @param condition what to measure next
   * @param value of the acquisition function there; per cost, where costs were given
   * @param runnerUp the next best at another place, if there was one
   * @param runnerUpValue its value; equal to {@code value} where there was none
   * @param terms what the value is made of, without cost
   * @param nearest distance to the nearest observed condition, in scaled inputs
   * @param expected what is expected there
   * @param deviation standard deviation of that, without noise
   * @param priced value, cost and value per cost, where costs were given
   */
  public record Output(
      Condition condition,
      double value,
      Optional<Condition> runnerUp,
      double runnerUpValue,
      List<Term> terms,
      double nearest,
      double expected,
      double deviation,
      Optional<Priced> priced) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "space.propose",
        "The next condition to try in a space of numbers, whole numbers, categories and mixtures"
            + " with constraints, and why. Fits a Gaussian process to what was observed and climbs"
            + " the acquisition function.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"axes\": [{\"kind\": \"continuous\", \"name\": \"t\", \"min\": 20, \"max\": 90}],"
            + " \"observations\": [{\"condition\": {\"settings\": [{\"kind\": \"value\", \"name\":"
            + " \"t\", \"value\": 30}]}, \"y\": 1}, {\"condition\": {\"settings\": [{\"kind\":"
            + " \"value\", \"name\": \"t\", \"value\": 60}]}, \"y\": 2}]}");
  }

  @Override
  public List<Problem> check(Input input, Bench bench) {
    SearchSpace space;
    try {
      space = input.space();
    } catch (IllegalArgumentException refused) {
      return List.of(conflict(refused.getMessage()));
    }
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < input.observations().size(); i++) {
      for (String problem : space.problems(input.observations().get(i).condition())) {
        problems.add(conflict("observation %d: %s".formatted(i, problem)));
      }
    }
    input
        .cost()
        .ifPresent(
            cost ->
                space
                    .problems(cost.from())
                    .forEach(
                        problem -> problems.add(conflict("the present condition: " + problem))));
    return problems;
  }

  private static Problem conflict(String message) {
    return Problem.of(ProblemCode.ARG_CONFLICT, message);
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    SearchSpace space = input.space();
    int inputs = space.inputs();
    SpaceProposer proposer =
        new SpaceProposer(
            space,
            ExactSurrogate.sparing(input.kernel().template(inputs), inputs, input.restarts()),
            input.acquisitionFunction(),
            input.incumbent(),
            input.search());
    try {
      SpaceProposer.Next next =
          proposer.propose(
              known(input, space),
              climbed -> ranked(input, space, climbed),
              RandomStream.of(input.seed(), "space.propose"));
      return switch (next.proposal()) {
        case SpaceProposal.Found found -> ToolResult.of(output(input, space, next, found));
        case SpaceProposal.Exhausted exhausted -> failed(exhausted.reason());
      };
    } catch (NotPositiveDefinite | NoFeasiblePoint failure) {
      return failed(failure.getMessage());
    }
  }

  private static ScaledAcquisitionFunction ranked(
      Input input, SearchSpace space, ClimbedFunction climbed) {
    return input
        .cost()
        .<ScaledAcquisitionFunction>map(
            cost -> new CostedFunction(climbed, cost.way(), Series.of(space.encode(cost.from()))))
        .orElse(climbed);
  }

  private static Priced priced(
      Input input, SearchSpace space, SpaceProposal.Candidate best, ConditionCost cost) {
    Points pair = Points.of(best.inputs().toArray(), space.encode(cost.from()));
    return Priced.of(
        cost.of(), input.acquisitionFunction(), best.value(), cost.way().at(pair.distance(0, 1)));
  }

  private static ToolResult<Output> failed(String reason) {
    return ToolResult.failed(EffectHappened.NONE, Problem.of(ProblemCode.OUTPUT_INVALID, reason));
  }

  private static SpaceProposer.Known known(Input input, SearchSpace space) {
    Visited visited = Visited.none(space);
    for (Row row : input.observations()) {
      visited = visited.measured(row.condition());
    }
    for (Condition condition : input.failed()) {
      visited = visited.failed(condition);
    }
    return new SpaceProposer.Known(
        input.observations().stream().map(Row::condition).toList(),
        Series.of(input.observations().stream().mapToDouble(Row::y).toArray()),
        visited,
        Optional.empty());
  }

  private static Output output(
      Input input, SearchSpace space, SpaceProposer.Next next, SpaceProposal.Found found) {
    Points there = Points.of(found.best().inputs().toArray());
    Moments moments = next.learned().posterior().at(there);
    double mean = moments.mean().get(0);
    double deviation = moments.deviation(0);
    double nearest = Double.POSITIVE_INFINITY;
    for (Row row : input.observations()) {
      Points pair = Points.of(found.best().inputs().toArray(), space.encode(row.condition()));
      nearest = Math.min(nearest, pair.distance(0, 1));
    }
    return new Output(
        found.best().condition(),
        found.best().value(),
        found.runnerUp().map(SpaceProposal.Candidate::condition),
        found.runnerUp().map(SpaceProposal.Candidate::value).orElse(found.best().value()),
        input.acquisitionFunction().terms(mean, deviation, next.best()),
        nearest,
        next.standardisation().mean(mean),
        next.standardisation().deviation(deviation),
        input.cost().map(cost -> priced(input, space, found.best(), cost)));
  }
}
