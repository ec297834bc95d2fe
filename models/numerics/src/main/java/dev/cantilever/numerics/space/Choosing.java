package dev.cantilever.numerics.space;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.SpaceProposal.Candidate;
import dev.cantilever.numerics.space.SpaceProposal.Found;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Decides between the open ones of what was judged. */
record Choosing(SearchSpace space, Survey survey, IntPredicate isOpen) {

  /** The best open point and the next best elsewhere. */
  List<Integer> leaders() {
    List<Integer> best = best();
    List<Integer> leaders = new ArrayList<>();
    if (!best.isEmpty()) {
      leaders.add(best.getFirst());
      runnerUp(best.getFirst()).ifPresent(leaders::add);
    }
    return leaders;
  }

  Optional<Found> found(RandomStream stream) {
    List<Integer> best = best();
    if (best.isEmpty()) {
      return Optional.empty();
    }
    int winner = best.get(best.size() == 1 ? 0 : stream.nextInt(best.size()));
    return Optional.of(
        new Found(
            candidate(winner),
            runnerUp(winner).map(this::candidate),
            best.size(),
            survey.evaluations()));
  }

  private List<Integer> best() {
    double most = Double.NEGATIVE_INFINITY;
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < survey.size(); i++) {
      if (survey.value(i) >= most && isOpen.test(i)) {
        if (survey.value(i) > most) {
          best.clear();
          most = survey.value(i);
        }
        best.add(i);
      }
    }
    return best;
  }

  private Optional<Integer> runnerUp(int winner) {
    int next = -1;
    for (int i = 0; i < survey.size(); i++) {
      if ((next < 0 || survey.value(i) > survey.value(next))
          && isOpen.test(i)
          && Spacing.areTwoPlaces(space, survey, i, winner)) {
        next = i;
      }
    }
    return next < 0 ? Optional.empty() : Optional.of(next);
  }

  private Candidate candidate(int number) {
    return new Candidate(
        space.layout().condition(survey.natural(number)),
        Series.of(survey.inputs(number)),
        survey.value(number));
  }
}
