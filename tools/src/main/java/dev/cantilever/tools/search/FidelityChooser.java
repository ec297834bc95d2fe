package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.fidelity.Fidelity;
import dev.cantilever.numerics.fidelity.FidelityChoice;
import dev.cantilever.numerics.fidelity.FidelitySearch;
import dev.cantilever.numerics.fidelity.FidelityStep;
import dev.cantilever.numerics.fidelity.Pair;
import dev.cantilever.numerics.fidelity.Recommendation;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.multitask.TaskPoints;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The policy {@link Policy.Fidelities}: instrument time is what a fidelity costs. */
final class FidelityChooser implements Chooser {

  private final SearchSpecification specification;
  private final Policy.Fidelities policy;
  private final Goal goal;

  FidelityChooser(SearchSpecification specification, Policy.Fidelities policy) {
    this.specification = specification;
    this.policy = policy;
    this.goal = specification.goals().getFirst();
  }

  @Override
  public Chosen choose(SearchState state, int iteration, int size) {
    Learning learning = new Learning(state, iteration);
    FidelityStep step = step(state, learning);
    return step.choice()
        .map(choice -> chosen(choice, step, learning))
        .orElseGet(() -> new Chosen(List.of(), Reasons.ofDesign(method())));
  }

  private Chosen chosen(FidelityChoice choice, FidelityStep step, Learning learning) {
    Pair pair = choice.pair();
    Reasons.FitNumbers fit =
        new Reasons.FitNumbers(
            goal.words(), step.hyperparameters(), 0, 1, 0, step.warnings(), List.of());
    Points pool = learning.candidates().scaled();
    Reasons.ChoiceNumbers numbers =
        new Reasons.ChoiceNumbers(
            choice.value(),
            choice.runnerUpValue(),
            choice.terms(),
            Experience.nearest(pool, pair.candidate(), learning.experience().observed()),
            List.of(goal.signed(choice.mean())),
            List.of(choice.deviation()));
    return new Chosen(
        List.of(learning.candidates().trial(pair.candidate(), pair.fidelity())),
        Reasons.of(method(), List.of(fit), List.of(numbers)));
  }

  private FidelityStep step(SearchState state, Learning learning) {
    Experience experience = learning.experience();
    double[] values = experience.values(goal.outcome());
    Arrays.setAll(values, i -> goal.signed(values[i]));
    Observations measured =
        new Observations(
            TaskPoints.of(experience.inputs(), experience.fidelities()),
            Series.of(values),
            noise(experience.errors(goal.outcome())));
    return search(state.offer())
        .next(
            measured,
            learning.candidates().scaled(),
            closed(state, learning),
            before(state),
            learning.stream("fidelities"));
  }

  private FidelitySearch search(Offer.Conditions offer) {
    List<Fidelity> fidelities =
        offer.fidelities().stream()
            .map(own -> new Fidelity(own.name(), own.time().seconds()))
            .toList();
    FidelitySearch usual = FidelitySearch.usual(fidelities, offer.parameters().size());
    return new FidelitySearch(usual.fidelities(), usual.surrogate(), policy.rule());
  }

  /** Trials that were made or failed, and everything at a fidelity that the time left forbids. */
  private static Set<Pair> closed(SearchState state, Learning learning) {
    Set<Pair> closed = new HashSet<>();
    for (Trial trial : state.trials()) {
      closed.add(new Pair(learning.candidates().number(trial), trial.fidelity()));
    }
    for (int avoided : learning.experience().avoided()) {
      for (int f = 0; f < state.offer().fidelities().size(); f++) {
        closed.add(new Pair(avoided, f));
      }
    }
    double left = state.secondsLeft();
    List<Offer.Fidelity> fidelities = state.offer().fidelities();
    for (int f = 0; f < fidelities.size(); f++) {
      if (fidelities.get(f).time().seconds() > left) {
        for (int c = 0; c < learning.candidates().size(); c++) {
          closed.add(new Pair(c, f));
        }
      }
    }
    return closed;
  }

  private static Optional<Series> noise(double[] errors) {
    boolean isMeasured = Arrays.stream(errors).allMatch(error -> error > 0);
    return isMeasured
        ? Optional.of(Series.of(Arrays.stream(errors).map(e -> e * e).toArray()))
        : Optional.empty();
  }

  private static Optional<Hyperparameters> before(SearchState state) {
    return Reasons.read(state.proposals().getLast().why()).fits().stream()
        .findFirst()
        .map(Reasons.FitNumbers::hyperparameters);
  }

  /** The best condition at the dearest fidelity as far as is known, and what was spent on what. */
  @Override
  public Conclusion conclude(SearchState state) {
    Learning learning = new Learning(state, state.proposals().size());
    FidelityStep step = step(state, learning);
    Recommendation best = step.recommendation();
    List<Term> numbers = new ArrayList<>();
    for (Setting setting : learning.candidates().trial(best.candidate(), 0).settings()) {
      numbers.add(new Term(setting.parameter(), setting.value()));
    }
    numbers.add(new Term("expected " + goal.outcome(), goal.signed(best.mean())));
    numbers.add(new Term("±", best.deviation()));
    TreeMap<Integer, Long> counts =
        learning.experience().fidelities().stream()
            .collect(Collectors.groupingBy(f -> f, TreeMap::new, Collectors.counting()));
    counts.forEach(
        (f, count) ->
            numbers.add(new Term("trials " + state.offer().fidelities().get(f).name(), count)));
    String dearest = state.offer().fidelities().getLast().name();
    return new Conclusion(
        List.of(new Conclusion.Finding("best at " + dearest, numbers, step.warnings())));
  }

  private String method() {
    return specification.json().get("policy").toString();
  }
}
