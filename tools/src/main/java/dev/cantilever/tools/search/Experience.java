package dev.cantilever.tools.search;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.event.SearchEvent.Masked;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The trials of a search in the light of its candidates. */
final class Experience {

  private final SearchState state;
  private final Candidates candidates;

  Experience(SearchState state, Candidates candidates) {
    this.state = state;
    this.candidates = candidates;
  }

  /** Candidate of every observed trial, in the order in which they were observed. */
  List<Integer> observed() {
    return state.observed().stream()
        .map(one -> candidates.number(state.trials().get(one.trial())))
        .toList();
  }

  /** Fidelity of every observed trial. */
  List<Integer> fidelities() {
    return state.observed().stream()
        .map(one -> state.trials().get(one.trial()).fidelity())
        .toList();
  }

  /** Where the instrument is: the candidate of the last trial. */
  int present() {
    return candidates.number(state.present());
  }

  /** Candidates that are not to be tried: observed, masked or avoided. */
  Set<Integer> closed() {
    Set<Integer> closed = new TreeSet<>(observed());
    for (Masked masked : state.masked()) {
      closed.add(candidates.number(state.trials().get(masked.trial())));
    }
    closed.addAll(avoided());
    return closed;
  }

  /** Candidates inside a box that is to be avoided. */
  Set<Integer> avoided() {
    SearchCourse course = state.steered();
    Set<Integer> avoided = new TreeSet<>();
    for (int i = 0; i < candidates.size() && !course.avoided().isEmpty(); i++) {
      if (course.avoids(candidates.trial(i, 0).settings())) {
        avoided.add(i);
      }
    }
    return avoided;
  }

  Points inputs() {
    return candidates.scaled().select(observed().stream().mapToInt(i -> i).toArray());
  }

  /** One outcome of every observed trial; every one has it, or it would have been masked. */
  double[] values(String outcome) {
    return outcomes(outcome).stream().mapToDouble(Reading.Outcome::value).toArray();
  }

  /** Their standard errors. */
  double[] errors(String outcome) {
    return outcomes(outcome).stream().mapToDouble(Reading.Outcome::standardError).toArray();
  }

  private List<Reading.Outcome> outcomes(String name) {
    List<Reading.Outcome> found = new ArrayList<>();
    for (Observed one : state.observed()) {
      found.add(outcome(one, name).orElseThrow());
    }
    return found;
  }

  static Optional<Reading.Outcome> outcome(Observed one, String name) {
    return one.outcomes().stream().filter(outcome -> outcome.name().equals(name)).findFirst();
  }

  /** Distance of a candidate to the nearest observed one, in scaled inputs. */
  static double nearest(Points pool, int candidate, List<Integer> observed) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int other : observed) {
      nearest = Math.min(nearest, pool.distance(candidate, other));
    }
    return nearest;
  }
}
