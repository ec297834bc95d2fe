package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers the best of the places shown to it, the equals of the best, and the best but one. */
final class Ranking {

  private final List<Candidate> equals = new ArrayList<>();
  private Optional<Candidate> second = Optional.empty();

  /**
   * The winner.
   *
   * @param runnerUp the best of the others; empty where there is none
   * @param ties how many had the value of the best; which of them won was drawn
   */
  record Result(Candidate best, Optional<Candidate> runnerUp, int ties) {}

  /** A value of −∞ is not allowed to win; a place of a box that ties with itself counts once. */
  void see(int index, double[] inputs, double value) {
    if (!(value > Double.NEGATIVE_INFINITY)) {
      return;
    }
    double best = equals.isEmpty() ? Double.NEGATIVE_INFINITY : equals.getFirst().value();
    if (value < best && second.map(Candidate::value).orElse(Double.NEGATIVE_INFINITY) >= value) {
      return;
    }
    Candidate candidate = new Candidate(index, Series.of(inputs), value);
    if (value > best) {
      second = equals.stream().findFirst().or(() -> second);
      equals.clear();
      equals.add(candidate);
    } else if (value == best) {
      if (index >= 0 || !equals.contains(candidate)) {
        equals.add(candidate);
      }
    } else {
      second = Optional.of(candidate);
    }
  }

  /** Empty where nothing was allowed. */
  Optional<Result> result(RandomStream ties) {
    if (equals.isEmpty()) {
      return Optional.empty();
    }
    int winner = equals.size() == 1 ? 0 : ties.nextInt(equals.size());
    Optional<Candidate> runnerUp =
        equals.size() == 1 ? second : Optional.of(equals.get((winner + 1) % equals.size()));
    return Optional.of(new Result(equals.get(winner), runnerUp, equals.size()));
  }
}
