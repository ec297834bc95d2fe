package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.hypothesis.Hypothesis;
import dev.cantilever.numerics.hypothesis.HypothesisLearning;
import dev.cantilever.numerics.hypothesis.HypothesisProposal;
import dev.cantilever.numerics.hypothesis.HypothesisState;
import dev.cantilever.numerics.hypothesis.Trial;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.search.Conclusion.Finding;
import dev.cantilever.tools.surrogate.SurrogateForm;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policy {@link Policy.Hypotheses}: what {@link HypothesisLearning} says over one pool that
 * stays the same for all steps.
 */
final class HypothesisChooser implements Chooser {

  private final SearchSpecification specification;
  private final Policy.Hypotheses policy;
  private final Goal goal;

  HypothesisChooser(SearchSpecification specification, Policy.Hypotheses policy) {
    this.specification = specification;
    this.policy = policy;
    this.goal = specification.goals().getFirst();
  }

  @Override
  public Chosen choose(SearchState state, int iteration, int size) {
    Competition competition = new Competition(state);
    if (competition.learning.isExhausted(competition.standing)) {
      return new Chosen(List.of(), Reasons.ofDesign(method()));
    }
    HypothesisProposal proposal = competition.learning.propose(competition.standing);
    List<Integer> observed = competition.experience.observed();
    Reasons.ChoiceNumbers numbers = numbers(proposal, competition.candidates, observed);
    Reasons why = new Reasons(method(), List.of(), List.of(numbers), Optional.of(proposal));
    return new Chosen(
        List.of(competition.candidates.trial(proposal.candidate(), specification.fidelity())), why);
  }

  private Reasons.ChoiceNumbers numbers(
      HypothesisProposal proposal, Candidates candidates, List<Integer> observed) {
    List<Term> terms = new ArrayList<>();
    int used = 0;
    for (int i = 0; i < proposal.trials().size(); i++) {
      Trial trial = proposal.trials().get(i);
      used = trial.hypothesis() == proposal.hypothesis() ? i : used;
      terms.add(
          new Term("median variance under " + name(trial.hypothesis()), trial.medianVariance()));
    }
    return new Reasons.ChoiceNumbers(
        proposal.uncertainty(),
        proposal.uncertainty(),
        terms,
        Experience.nearest(candidates.scaled(), proposal.candidate(), observed),
        List.of(goal.signed(proposal.foreseen().mean().get(used))),
        List.of(proposal.foreseen().deviation().get(used)));
  }

  @Override
  public Conclusion conclude(SearchState state) {
    Competition competition = new Competition(state);
    HypothesisState standing = competition.standing;
    List<Finding> findings = new ArrayList<>();
    for (Trial trial : competition.learning.conclude(standing)) {
      int own = trial.hypothesis();
      List<Term> numbers = new ArrayList<>();
      numbers.add(new Term("mean reward", standing.rewards().means().get(own)));
      numbers.add(new Term("times in use", standing.rewards().counts().get(own)));
      numbers.add(new Term("log evidence", trial.evidence().log()));
      numbers.addAll(
          Conclusion.terms(trial.parameters(), policy.hypotheses().get(own).parameters().size()));
      boolean leads = own == standing.leader();
      findings.add(
          new Finding(
              name(own) + (leads ? " (leads by reward)" : ""),
              numbers,
              trial.isConverged() ? List.of() : List.of("its chains have not converged")));
    }
    return new Conclusion(findings);
  }

  private String name(int hypothesis) {
    return policy.hypotheses().get(hypothesis).name();
  }

  private String method() {
    return "hypothesis learning over " + policy.hypotheses().size() + " hypotheses";
  }

  /** The competition as its events tell it. */
  private final class Competition {

    private final Candidates candidates;
    private final Experience experience;
    private final HypothesisLearning learning;
    private final HypothesisState standing;

    Competition(SearchState state) {
      candidates =
          Candidates.of(
              state.offer(),
              specification.candidates(),
              state.trials(),
              RandomStream.of(specification.seed(), "candidates"));
      experience = new Experience(state, candidates);
      double[] first = firstValues(state);
      learning = learning(state, candidates.scaled(), Standardisation.of(first));
      standing = standing(state, Series.of(first));
    }

    private HypothesisLearning learning(SearchState state, Points pool, Standardisation units) {
      Formulas formulas = new Formulas(state.offer());
      List<Hypothesis> hypotheses =
          policy.hypotheses().stream()
              .map(one -> new Hypothesis(one.name(), formulas.surrogate(form(one), goal, units)))
              .toList();
      return new HypothesisLearning(hypotheses, pool, policy.rules(), specification.seed());
    }

    private SurrogateForm.Structured form(dev.cantilever.tools.surrogate.Hypothesis hypothesis) {
      return new SurrogateForm.Structured(
          hypothesis, specification.surrogate().kernel(), policy.residual(), policy.inference());
    }

    /** Of the initial design, so that larger is better; its standardisation stays for all steps. */
    private double[] firstValues(SearchState state) {
      int design = state.proposals().getFirst().trials().size();
      return state.observed().stream()
          .filter(one -> one.trial() < design)
          .mapToDouble(one -> goal.signed(SearchSummary.value(one, goal.outcome())))
          .toArray();
    }

    private HypothesisState standing(SearchState state, Series first) {
      int design = state.proposals().getFirst().trials().size();
      List<Integer> observed =
          state.observed().stream()
              .filter(one -> one.trial() < design)
              .map(one -> candidates.number(state.trials().get(one.trial())))
              .toList();
      HypothesisState standing = learning.begin(observed, first);
      int trial = design;
      for (Proposed proposed : state.proposals().subList(1, state.proposals().size())) {
        Optional<HypothesisProposal> proposal = Reasons.read(proposed.why()).hypotheses();
        if (proposal.isPresent()) {
          standing = learning.after(standing, proposal.get());
          standing = outcome(state, trial, standing);
          trial++;
        }
      }
      return standing;
    }

    /** A trial that waits for its outcome, as at a stop, counts as failed. */
    private HypothesisState outcome(SearchState state, int trial, HypothesisState standing) {
      Optional<Observed> observed =
          state.observed().stream().filter(one -> one.trial() == trial).findFirst();
      return observed
          .map(
              one ->
                  learning.observing(
                      standing, goal.signed(SearchSummary.value(one, goal.outcome()))))
          .orElseGet(() -> learning.failing(standing));
    }
  }
}
