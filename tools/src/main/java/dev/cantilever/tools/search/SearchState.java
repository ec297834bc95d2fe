package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Finished;
import dev.cantilever.vocabulary.event.SearchEvent.Masked;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.event.SearchEvent.Started;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A search as far as its events tell.
 *
 * @param proposals so far, in order
 * @param trials all trials of the proposals, by their number
 * @param observed what came of trials, in the order in which it came
 * @param masked trials that gave nothing usable
 * @param queue numbers of trials proposed and neither observed nor masked
 * @param finished how it ended, once it has
 */
public record SearchState(
    Started started,
    List<Proposed> proposals,
    List<Trial> trials,
    List<Observed> observed,
    List<Masked> masked,
    List<Integer> queue,
    Optional<Finished> finished) {

  private static final RecordType<Offer.Conditions> OFFER = RecordType.of(Offer.Conditions.class);

  public SearchState {
    proposals = List.copyOf(proposals);
    trials = List.copyOf(trials);
    observed = List.copyOf(observed);
    masked = List.copyOf(masked);
    queue = List.copyOf(queue);
  }

  /** The fold of a run's search events; empty where no search began. */
  public static Optional<SearchState> of(List<SearchEvent> events) {
    Started started = null;
    Finished finished = null;
    List<Proposed> proposals = new ArrayList<>();
    List<Trial> trials = new ArrayList<>();
    List<Observed> observed = new ArrayList<>();
    List<Masked> masked = new ArrayList<>();
    Deque<Integer> queue = new ArrayDeque<>();
    for (SearchEvent event : events) {
      switch (event) {
        case Started first -> started = first;
        case Proposed proposal -> {
          proposals.add(proposal);
          for (Trial trial : proposal.trials()) {
            queue.add(trials.size());
            trials.add(trial);
          }
        }
        case Observed one -> {
          observed.add(one);
          queue.removeFirstOccurrence(one.trial());
        }
        case Masked one -> {
          masked.add(one);
          queue.removeFirstOccurrence(one.trial());
        }
        case Finished last -> finished = last;
      }
    }
    Optional<Finished> end = Optional.ofNullable(finished);
    return Optional.ofNullable(started)
        .map(
            first ->
                new SearchState(
                    first, proposals, trials, observed, masked, List.copyOf(queue), end));
  }

  public SearchSpecification specification() {
    return SearchSpecification.read(started.specification());
  }

  /** What the instrument offered when it began. */
  public Offer.Conditions offer() {
    return OFFER.ours(started.offer());
  }

  /** Instrument time that may still be spent, by what fidelities cost; infinite without a limit. */
  double secondsLeft() {
    double left =
        specification().timeLimit().map(TimeSpan::seconds).orElse(Double.POSITIVE_INFINITY);
    Offer.Conditions offer = offer();
    for (Trial trial : trials.subList(0, done())) {
      left -= offer.fidelities().get(trial.fidelity()).time().seconds();
    }
    return left;
  }

  /** How many trials were observed or masked. */
  public int done() {
    return observed.size() + masked.size();
  }
}
