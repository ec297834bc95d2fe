package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.structured.StructuredSurrogate;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.surrogate.SurrogateForm;
import java.util.List;
import java.util.Optional;

/** What choosers have in common: candidates, streams, and beliefs about outcomes. */
final class Learning {

  /** Later the optimum moves little and starting anew costs time. */
  private static final int LAST_RESTART = 16;

  private final SearchSpecification specification;
  private final SearchState state;
  private final int iteration;
  private final Candidates candidates;
  private final Experience experience;

  Learning(SearchState state, int iteration) {
    this.specification = state.specification();
    this.state = state;
    this.iteration = iteration;
    this.candidates =
        Candidates.of(
            state.offer(), specification.candidates(), state.trials(), stream("candidates"));
    this.experience = new Experience(state, candidates);
  }

  RandomStream stream(String name) {
    return RandomStream.of(specification.seed(), name + "/" + iteration);
  }

  Candidates candidates() {
    return candidates;
  }

  Offer.Conditions offer() {
    return state.offer();
  }

  Experience experience() {
    return experience;
  }

  /** About a goal, so that larger is better. */
  Belief about(Goal goal) {
    double[] values = experience.values(goal.outcome());
    for (int i = 0; i < values.length; i++) {
      values[i] = goal.signed(values[i]);
    }
    Learner learner =
        specification.surrogate() instanceof SurrogateForm.Structured structured
            ? structured(structured, goal)
            : ordinary(goal.words());
    return learn(goal.words(), learner, values, experience.errors(goal.outcome()));
  }

  /** About how far a limit is exceeded. */
  Belief about(OutcomeLimit limit) {
    double[] values = experience.values(limit.outcome());
    for (int i = 0; i < values.length; i++) {
      values[i] = limit.excess(values[i]);
    }
    String words = "excess of " + limit.outcome() + " over " + limit.value();
    return learn(words, ordinary(words), values, experience.errors(limit.outcome()));
  }

  private Belief learn(String of, Learner learner, double[] values, double[] errors) {
    return Belief.learn(
        of, learner, experience.inputs(), values, errors, before(of), stream("fit/" + of));
  }

  private Learner ordinary(String of) {
    boolean isThorough =
        before(of).isEmpty() || (Integer.bitCount(iteration) == 1 && iteration <= LAST_RESTART);
    return Learner.of(specification.surrogate(), state.offer().parameters().size(), isThorough);
  }

  private Learner structured(SurrogateForm.Structured form, Goal goal) {
    StructuredSurrogate surrogate =
        new Formulas(state.offer()).surrogate(form, goal, new Standardisation(0, 1));
    return Learner.structured(surrogate);
  }

  private Optional<Hyperparameters> before(String of) {
    List<Reasons.FitNumbers> fits = Reasons.read(state.proposals().getLast().why()).fits();
    return fits.stream()
        .filter(fit -> fit.of().equals(of))
        .findFirst()
        .map(Reasons.FitNumbers::hyperparameters);
  }
}
