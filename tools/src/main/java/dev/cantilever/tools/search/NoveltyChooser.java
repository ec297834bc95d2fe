package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.novelty.Candidates.Pool;
import dev.cantilever.numerics.novelty.Coverage;
import dev.cantilever.numerics.novelty.NoveltyChoice;
import dev.cantilever.numerics.novelty.NoveltyProposal;
import dev.cantilever.numerics.novelty.NoveltySearch;
import dev.cantilever.numerics.novelty.OutcomeGrid;
import dev.cantilever.numerics.novelty.OutcomeModels;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The policy {@link Policy.Novelty}; the goals only name the outcomes that are compared. */
final class NoveltyChooser implements Chooser {

  private static final String FITTED_TO = "observations of the last fit";
  private static final int BINS = 10;

  private final SearchSpecification specification;
  private final Policy.Novelty policy;

  NoveltyChooser(SearchSpecification specification, Policy.Novelty policy) {
    this.specification = specification;
    this.policy = policy;
  }

  @Override
  public Chosen choose(SearchState state, int iteration, int size) {
    Learning learning = new Learning(state, iteration);
    Experience experience = learning.experience();
    Points pool = learning.candidates().scaled();
    int d = pool.dimension();
    NoveltySearch search =
        new NoveltySearch(
            OutcomeModels.of(FitSettings.usual(specification.surrogate().kernel().template(d), d)),
            policy.criterion(),
            specification.seed());
    NoveltySearch.Known known =
        new NoveltySearch.Known(
            iteration, experience.inputs(), outcomes(experience), before(state));
    NoveltyProposal proposal = search.propose(known, new Pool(pool, experience.closed()), size);
    return new Chosen(
        proposal.choices().stream()
            .map(one -> learning.candidates().trial(one.chosen().index(), specification.fidelity()))
            .toList(),
        Reasons.of(
            specification.json().get("policy").toString(),
            fits(proposal),
            proposal.choices().stream()
                .map(one -> numbers(one, pool, experience.observed()))
                .toList()));
  }

  /** n × m in the outcomes' own units. */
  private Points outcomes(Experience experience) {
    List<double[]> columns =
        specification.goals().stream().map(goal -> experience.values(goal.outcome())).toList();
    double[][] rows = new double[columns.getFirst().length][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] = columns.get(k)[i];
      }
    }
    return Points.of(rows);
  }

  private Optional<OutcomeModels.Fitted> before(SearchState state) {
    List<Reasons.FitNumbers> fits = Reasons.read(state.proposals().getLast().why()).fits();
    List<String> goals = specification.goals().stream().map(Goal::outcome).toList();
    if (!fits.stream().map(Reasons.FitNumbers::of).toList().equals(goals)) {
      return Optional.empty();
    }
    List<Hyperparameters> found = fits.stream().map(Reasons.FitNumbers::hyperparameters).toList();
    int observations = (int) fits.getFirst().notes().getFirst().value();
    return Optional.of(new OutcomeModels.Fitted(found, observations));
  }

  private List<Reasons.FitNumbers> fits(NoveltyProposal proposal) {
    List<Reasons.FitNumbers> fits = new ArrayList<>();
    for (int k = 0; k < proposal.learned().size(); k++) {
      Learned learned = proposal.learned().get(k);
      fits.add(
          new Reasons.FitNumbers(
              specification.goals().get(k).outcome(),
              learned.hyperparameters(),
              0,
              1,
              learned.logMarginalLikelihood(),
              learned.warnings(),
              List.of(new Term(FITTED_TO, proposal.fitted().orElseThrow().observations()))));
    }
    return fits;
  }

  private static Reasons.ChoiceNumbers numbers(
      NoveltyChoice choice, Points pool, List<Integer> observed) {
    double value = choice.chosen().value();
    return new Reasons.ChoiceNumbers(
        value,
        choice.runnerUp().map(one -> one.value()).orElse(value),
        List.of(),
        Experience.nearest(pool, choice.chosen().index(), observed),
        boxed(choice.mean()),
        boxed(choice.deviation()));
  }

  private static List<Double> boxed(Series values) {
    return Arrays.stream(values.toArray()).boxed().toList();
  }

  /** How much of a grid over the range of the outcomes was seen. */
  @Override
  public Conclusion conclude(SearchState state) {
    Points outcomes = outcomes(new Learning(state, state.proposals().size()).experience());
    int goals = specification.goals().size();
    double[] min = outcomes.row(0);
    double[] max = outcomes.row(0);
    for (int i = 1; i < outcomes.size(); i++) {
      for (int k = 0; k < goals; k++) {
        min[k] = Math.min(min[k], outcomes.row(i)[k]);
        max[k] = Math.max(max[k], outcomes.row(i)[k]);
      }
    }
    for (int k = 0; k < goals; k++) {
      max[k] = max[k] > min[k] ? max[k] : min[k] + 1;
    }
    Coverage coverage = Coverage.of(OutcomeGrid.even(min, max, BINS), outcomes);
    return new Conclusion(
        List.of(
            new Conclusion.Finding(
                "behaviours",
                List.of(
                    new Term("cells seen of the range of the outcomes", coverage.filled().size()),
                    new Term("cells in all", coverage.grid().size())),
                List.of())));
  }
}
