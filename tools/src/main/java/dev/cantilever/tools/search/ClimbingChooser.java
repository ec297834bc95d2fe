package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.ClimbedFunction;
import dev.cantilever.numerics.search.CostedFunction;
import dev.cantilever.numerics.space.Axis;
import dev.cantilever.numerics.space.Condition;
import dev.cantilever.numerics.space.ScaledAcquisitionFunction;
import dev.cantilever.numerics.space.SearchSpace;
import dev.cantilever.numerics.space.SpaceProposal;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.space.Visited;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.tools.cost.CostForm;
import dev.cantilever.tools.cost.Priced;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policy {@link Policy.Improve} where any condition within ranges will do: the best of an even
 * spread, and from there up along the gradient.
 */
final class ClimbingChooser implements Chooser {

  private static final int STARTS = 8;
  private static final int STEPS = 200;

  private final SearchSpecification specification;
  private final Pointwise function;
  private final Incumbent incumbent;
  private final Optional<CostForm> cost;
  private final ImproveChooser overCandidates;

  private ClimbingChooser(
      SearchSpecification specification, Policy.Improve policy, Pointwise function) {
    this.specification = specification;
    this.function = function;
    this.incumbent = policy.incumbent();
    this.cost = policy.cost();
    this.overCandidates = new ImproveChooser(specification, policy);
  }

  /** For one trial at a time, ranked by mean and deviation alone; otherwise over candidates. */
  static Chooser of(
      SearchSpecification specification, Policy.Improve policy, SearchState state) {
    Offer.Conditions offer = state.offer();
    boolean canClimb =
        offer.entries().isEmpty()
            && offer.parameters().stream().allMatch(own -> own.min() < own.max())
            && specification.limits().isEmpty()
            && state.steered().avoided().isEmpty()
            && specification.batch() == 1
            && policy.batchRule() instanceof BatchRule.Sequential;
    return canClimb && policy.acquisitionFunction() instanceof Pointwise pointwise
        ? new ClimbingChooser(specification, policy, pointwise)
        : new ImproveChooser(specification, policy);
  }

  @Override
  public Conclusion conclude(SearchState state) {
    return overCandidates.conclude(state);
  }

  @Override
  public Chosen choose(SearchState state, int iteration, int size) {
    Learning learning = new Learning(state, iteration);
    Belief goal = learning.about(specification.goals().getFirst());
    SearchSpace space = space(state.offer());
    Moments seen = goal.learned().posterior().at(learning.experience().inputs());
    int leader = leader(goal, seen);
    ClimbedFunction climbed =
        new ClimbedFunction(goal.learned().posterior(), function, level(goal, seen, leader));
    SpaceProposal proposal =
        new SpaceSearch(
                space, new SpaceSearch.Options(specification.candidates(), STARTS, STEPS, 1))
            .maximise(
                ranked(climbed, space, state),
                visited(space, state),
                Optional.of(condition(trial(state, leader))),
                learning.stream("climb"));
    String method = specification.json().get("policy").toString();
    return switch (proposal) {
      case SpaceProposal.Exhausted exhausted ->
          new Chosen(List.of(), Reasons.ofDesign(method + ": " + exhausted.reason()));
      case SpaceProposal.Found found ->
          new Chosen(
              List.of(trial(found.best().condition())),
              Reasons.of(
                  method,
                  List.of(goal.numbers()),
                  List.of(numbers(found, goal, climbed, learning, costed(climbed, space, state)))));
    };
  }

  /** Per cost where costs were given. */
  private ScaledAcquisitionFunction ranked(
      ClimbedFunction climbed, SearchSpace space, SearchState state) {
    return costed(climbed, space, state).<ScaledAcquisitionFunction>map(f -> f).orElse(climbed);
  }

  private Optional<CostedFunction> costed(
      ClimbedFunction climbed, SearchSpace space, SearchState state) {
    return cost.map(
        form ->
            new CostedFunction(
                climbed,
                SearchCost.of(form, specification, state.offer()).way(),
                Series.of(space.encode(condition(state.present())))));
  }

  private int leader(Belief goal, Moments seen) {
    int leader = 0;
    for (int i = 1; i < seen.size(); i++) {
      leader = level(goal, seen, i) > level(goal, seen, leader) ? i : leader;
    }
    return leader;
  }

  private double level(Belief goal, Moments seen, int i) {
    return incumbent == Incumbent.BEST_OBSERVATION ? goal.standardised()[i] : seen.mean().get(i);
  }

  private static Trial trial(SearchState state, int observed) {
    return state.trials().get(state.observed().get(observed).trial());
  }

  private static SearchSpace space(Offer.Conditions offer) {
    return new SearchSpace(
        offer.parameters().stream()
            .<Axis>map(own -> new Axis.Continuous(own.name(), own.min(), own.max()))
            .toList(),
        List.of());
  }

  private static Visited visited(SearchSpace space, SearchState state) {
    Visited visited = Visited.none(space);
    for (Trial trial : state.trials()) {
      visited = visited.measured(condition(trial));
    }
    return visited;
  }

  private static Condition condition(Trial trial) {
    return new Condition(
        trial.settings().stream()
            .<dev.cantilever.numerics.space.Setting>map(
                one ->
                    new dev.cantilever.numerics.space.Setting.Value(one.parameter(), one.value()))
            .toList());
  }

  private Trial trial(Condition condition) {
    List<Setting> settings = new ArrayList<>();
    for (var setting : condition.settings()) {
      settings.add(new Setting(setting.name(), condition.number(setting.name())));
    }
    return new Trial(settings, specification.fidelity());
  }

  private Reasons.ChoiceNumbers numbers(
      SpaceProposal.Found found,
      Belief goal,
      ClimbedFunction climbed,
      Learning learning,
      Optional<CostedFunction> costed) {
    double[] inputs = found.best().inputs().toArray();
    Moments there = goal.learned().posterior().at(Points.of(inputs));
    double mean = there.mean().get(0);
    double nearest = Double.POSITIVE_INFINITY;
    Points seen = learning.experience().inputs();
    for (int i = 0; i < seen.size(); i++) {
      nearest = Math.min(nearest, Points.of(inputs, seen.row(i)).distance(0, 1));
    }
    List<Term> terms = new ArrayList<>(function.terms(mean, there.deviation(0), climbed.best()));
    costed
        .map(own -> own.cost().at(own.distance(inputs)))
        .map(own -> Priced.of(cost.orElseThrow().of(), function, found.best().value(), own))
        .ifPresent(priced -> terms.addAll(priced.terms()));
    return new Reasons.ChoiceNumbers(
        found.best().value(),
        found.runnerUp().map(SpaceProposal.Candidate::value).orElse(found.best().value()),
        terms,
        nearest,
        List.of(specification.goals().getFirst().signed(goal.standardisation().mean(mean))),
        List.of(goal.standardisation().deviation(there.deviation(0))));
  }
}
