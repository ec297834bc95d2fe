package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.search.BatchSelection;
import dev.cantilever.numerics.search.Choice;
import dev.cantilever.numerics.search.Feasibility;
import dev.cantilever.numerics.search.PerCost;
import dev.cantilever.numerics.search.Valuation;
import dev.cantilever.tools.cost.Priced;
import dev.cantilever.tools.surrogate.SurrogateForm;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** The policy {@link Policy.Improve}. */
final class ImproveChooser implements Chooser {

  private final SearchSpecification specification;
  private final Policy.Improve policy;

  ImproveChooser(SearchSpecification specification, Policy.Improve policy) {
    this.specification = specification;
    this.policy = policy;
  }

  @Override
  public Chosen choose(SearchState state, int iteration, int size) {
    Learning learning = new Learning(state, iteration);
    Belief goal = learning.about(specification.goals().getFirst());
    List<Belief> limits = specification.limits().stream().map(learning::about).toList();
    Points pool = learning.candidates().scaled();
    Situation situation = situation(learning, goal, pool);
    List<Choice> choices =
        new BatchSelection(valuation(limits, pool, learning), situation)
            .choose(policy.batchRule(), size);
    List<Trial> trials =
        choices.stream()
            .map(one -> learning.candidates().trial(one.candidate(), specification.fidelity()))
            .toList();
    List<Reasons.FitNumbers> fits = new ArrayList<>();
    fits.add(goal.numbers());
    limits.forEach(limit -> fits.add(limit.numbers()));
    List<Reasons.ChoiceNumbers> numbers =
        choices.stream().map(one -> numbers(one, goal, learning, situation)).toList();
    return new Chosen(trials, Reasons.of(method(), fits, numbers));
  }

  /** What a formula's parameters turned out to be; nothing of a process without a formula. */
  @Override
  public Conclusion conclude(SearchState state) {
    if (specification.surrogate() instanceof SurrogateForm.Structured structured) {
      Belief belief =
          new Learning(state, state.proposals().size()).about(specification.goals().getFirst());
      return new Conclusion(
          List.of(
              new Conclusion.Finding(
                  structured.hypothesis().name(), belief.notes(), belief.learned().warnings())));
    }
    return Conclusion.NONE;
  }

  private Situation situation(Learning learning, Belief goal, Points pool) {
    return Situation.of(
        Situation.Beliefs.of(pool, goal.learned().posterior(), goal.learned().noiseVariance()),
        new Situation.Seen(
            learning.experience().observed(),
            Series.of(goal.standardised()),
            learning.experience().closed()),
        policy.incumbent(),
        learning.stream("ties"));
  }

  private Valuation valuation(List<Belief> limits, Points pool, Learning learning) {
    List<Valuation.Modifier> modifiers = new ArrayList<>();
    if (!limits.isEmpty()) {
      modifiers.add(feasibility(limits, pool));
    }
    cost(learning).ifPresent(cost -> modifiers.add(new PerCost(cost)));
    return new Valuation(policy.acquisitionFunction(), modifiers);
  }

  private static Feasibility feasibility(List<Belief> limits, Points pool) {
    List<Feasibility.Limit> known = new ArrayList<>();
    for (Belief limit : limits) {
      double zero = -limit.standardisation().mean() / limit.standardisation().deviation();
      known.add(new Feasibility.Limit(limit.learned().posterior().over(pool), zero));
    }
    return new Feasibility(known, hasFeasible(limits));
  }

  /** Of each candidate, seen from the last trial. */
  private Optional<IntToDoubleFunction> cost(Learning learning) {
    Points pool = learning.candidates().scaled();
    int present = learning.experience().present();
    return policy
        .cost()
        .map(form -> SearchCost.of(form, specification, learning.offer()))
        .map(cost -> candidate -> cost.of(pool, candidate, present));
  }

  private static boolean hasFeasible(List<Belief> limits) {
    int trials = limits.getFirst().values().size();
    for (int i = 0; i < trials; i++) {
      int trial = i;
      if (limits.stream().allMatch(limit -> limit.values().get(trial) <= 0)) {
        return true;
      }
    }
    return false;
  }

  private Reasons.ChoiceNumbers numbers(
      Choice choice, Belief goal, Learning learning, Situation situation) {
    AcquisitionFunction function = policy.acquisitionFunction();
    List<Term> terms = new ArrayList<>();
    if (function instanceof Pointwise pointwise) {
      terms.addAll(pointwise.terms(choice.mean(), choice.deviation(), situation.best()));
    }
    cost(learning)
        .map(cost -> priced(choice, cost.applyAsDouble(choice.candidate())))
        .ifPresent(priced -> terms.addAll(priced.terms()));
    double sign = specification.goals().getFirst().signed(1);
    return new Reasons.ChoiceNumbers(
        choice.value(),
        choice.runnerUpValue(),
        terms,
        Experience.nearest(situation.pool(), choice.candidate(), learning.experience().observed()),
        List.of(sign * goal.standardisation().mean(choice.mean())),
        List.of(goal.standardisation().deviation(choice.deviation())));
  }

  private Priced priced(Choice choice, double cost) {
    return Priced.of(
        policy.cost().orElseThrow().of(), policy.acquisitionFunction(), choice.value(), cost);
  }

  /** In the words of the specification itself. */
  private String method() {
    return specification.json().get("policy").toString();
  }
}
