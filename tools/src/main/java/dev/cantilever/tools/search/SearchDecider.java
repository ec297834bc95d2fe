package dev.cantilever.tools.search;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.event.SearchEvent.Finished;
import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Decides the next step of a search: a pure function of its state. */
public final class SearchDecider {

  /** What to do next. */
  SearchDecision decide(SearchState state) {
    SearchSpecification specification = state.specification();
    int open = specification.points() - state.done();
    if (open <= 0) {
      return new SearchDecision.Finish("all %d trials are done".formatted(state.done()));
    }
    boolean waits = !state.queue().isEmpty();
    boolean mayTry = state.course().isEmpty() || (waits && state.fitsNext());
    if (waits && mayTry) {
      return new SearchDecision.Try(state.queue().getFirst());
    }
    if (waits || state.secondsLeft() < specification.cheapest(state.offer())) {
      return new SearchDecision.Finish(
          "no further trial fits the time limit of %s"
              .formatted(specification.timeLimit().get().format()));
    }
    int iteration = state.proposals().size();
    if (iteration > 0 && state.proposals().getLast().trials().isEmpty()) {
      return new SearchDecision.Finish(
          "every condition that the instrument offers was tried%s, %d in all"
              .formatted(state.steered().avoided().isEmpty() ? "" : " or avoided", state.done()));
    }
    if (iteration > 0 && state.observed().isEmpty()) {
      return new SearchDecision.Finish("none of the first trials gave usable outcomes");
    }
    int size = iteration == 0 ? specification.seedPoints() : specification.batch();
    return new SearchDecision.Propose(iteration, Math.min(size, open));
  }

  /** The trials that {@code decision} asks for, with every number behind them. */
  Proposed propose(SearchState state, SearchDecision.Propose decision) {
    if (decision.iteration() == 0) {
      return new Proposed(
          0,
          design(state, decision.size()),
          Reasons.ofDesign("initial design from the stream \"initial-design\"").json());
    }
    Chooser.Chosen chosen = chooser(state).choose(state, decision.iteration(), decision.size());
    return new Proposed(decision.iteration(), chosen.trials(), chosen.why().json());
  }

  /** How it ends, with what was learnt. */
  Finished finish(SearchState state, String reason) {
    boolean knowsNothing = state.observed().isEmpty();
    Conclusion conclusion = knowsNothing ? Conclusion.NONE : chooser(state).conclude(state);
    return new Finished(reason, conclusion.json());
  }

  private Chooser chooser(SearchState state) {
    SearchSpecification specification = state.specification();
    return switch (specification.policy()) {
      case Policy.Improve improve -> ClimbingChooser.of(specification, improve, state);
      case Policy.Front front -> new FrontChooser(specification, front);
      case Policy.Fidelities fidelities -> new FidelityChooser(specification, fidelities);
      case Policy.Novelty novelty -> new NoveltyChooser(specification, novelty);
      case Policy.Hypotheses hypotheses -> new HypothesisChooser(specification, hypotheses);
    };
  }

  /** Evenly spread over ranges, drawn without repetition from a list. */
  private List<Trial> design(SearchState state, int size) {
    SearchCourse course = state.steered();
    SearchSpecification specification = course.specification();
    RandomStream stream = RandomStream.of(specification.seed(), "initial-design");
    boolean hasList = !state.offer().entries().isEmpty();
    Candidates candidates = Candidates.of(state.offer(), size, List.of(), stream);
    int count = Math.min(size, candidates.size());
    List<Trial> trials = new ArrayList<>();
    int[] drawn =
        hasList
            ? RandomStream.of(specification.seed(), "initial-draw")
                .distinct(count, candidates.size())
            : IntStream.range(0, count).toArray();
    for (int candidate : drawn) {
      trials.add(candidates.trial(candidate, specification.fidelity()));
    }
    trials.removeIf(trial -> course.avoids(trial.settings()));
    return trials;
  }
}
