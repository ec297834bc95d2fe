package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Finished;
import dev.cantilever.vocabulary.event.SearchEvent.Masked;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.event.SearchEvent.Started;
import dev.cantilever.vocabulary.event.SearchEvent.Steered;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A search as far as its events tell.
 *
 * @param proposals so far, in order
 * @param trials all that were proposed or wished for, by their number
 * @param observed what came of trials, in the order in which it came
 * @param masked trials that gave nothing usable
 * @param order numbers of the trials that were observed or masked, as it came
 * @param queue numbers of trials that wait, in order
 * @param course how it was steered, in order
 * @param finished how it ended, once it has
 */
public record SearchState(
    Started started,
    List<Proposed> proposals,
    List<Trial> trials,
    List<Observed> observed,
    List<Masked> masked,
    List<Integer> order,
    List<Integer> queue,
    List<SearchSteering> course,
    Optional<Finished> finished) {

  private static final RecordType<Offer.Conditions> OFFER = RecordType.of(Offer.Conditions.class);

  public SearchState {
    proposals = List.copyOf(proposals);
    trials = List.copyOf(trials);
    observed = List.copyOf(observed);
    masked = List.copyOf(masked);
    order = List.copyOf(order);
    queue = List.copyOf(queue);
    course = List.copyOf(course);
  }

  /** The fold of a run's search events; empty where no search began. */
  public static Optional<SearchState> of(List<SearchEvent> events) {
    Fold fold = new Fold();
    events.forEach(fold::take);
    return fold.state();
  }

  /** Grows event by event. */
  private static final class Fold {

    private Started started;
    private Finished finished;
    private final List<Proposed> proposals = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<Observed> observed = new ArrayList<>();
    private final List<Masked> masked = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final Deque<Integer> queue = new ArrayDeque<>();
    private final List<SearchSteering> course = new ArrayList<>();

    void take(SearchEvent event) {
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
          done(one.trial());
        }
        case Masked one -> {
          masked.add(one);
          done(one.trial());
        }
        case Steered steered -> turn(steered);
        case Finished last -> finished = last;
      }
    }

    private void done(int trial) {
      order.add(trial);
      queue.removeFirstOccurrence(trial);
    }

    private void turn(Steered steered) {
      SearchSteering change = SearchSteering.Written.read(steered.change());
      course.add(change);
      List<Integer> next = new ArrayList<>();
      for (Trial trial : steered.trials()) {
        next.add(trials.size());
        trials.add(trial);
      }
      switch (change) {
        case SearchSteering.Visit visit -> {
          queue.stream().filter(number -> isWished(visit, number)).forEach(next::add);
          queue.removeAll(next);
          next.reversed().forEach(queue::addFirst);
        }
        case SearchSteering.Avoid avoid ->
            queue.removeIf(number -> SearchCourse.holds(avoid, trials.get(number).settings()));
        case SearchSteering.Want want -> mask();
        case SearchSteering.Rank rank -> {}
        case SearchSteering.Spend spend -> {}
      }
    }

    private boolean isWished(SearchSteering.Visit visit, int number) {
      Set<Setting> waiting = Set.copyOf(trials.get(number).settings());
      return visit.conditions().stream()
          .anyMatch(wished -> Set.copyOf(wished.settings()).equals(waiting));
    }

    /** What lacks an outcome that is wanted now. */
    private void mask() {
      SearchSpecification now = state().orElseThrow().specification();
      for (Observed one : List.copyOf(observed)) {
        if (!SearchCourse.serves(one, now)) {
          observed.remove(one);
          masked.add(
              new Masked(one.trial(), Optional.of(one.call()), "it has not what is wanted now"));
        }
      }
    }

    Optional<SearchState> state() {
      return Optional.ofNullable(started)
          .map(
              first ->
                  new SearchState(
                      first,
                      proposals,
                      trials,
                      observed,
                      masked,
                      order,
                      List.copyOf(queue),
                      course,
                      Optional.ofNullable(finished)));
    }
  }

  /** What a person approved. */
  SearchSpecification approved() {
    return SearchSpecification.read(started.specification());
  }

  /** How many trials were approved; {@link #specification} tells how many are still wanted. */
  public int approvedPoints() {
    return approved().points();
  }

  SearchCourse steered() {
    return SearchCourse.of(approved(), course);
  }

  /** What holds now. */
  public SearchSpecification specification() {
    return steered().specification();
  }

  /** Whether the same condition was tried or waits. */
  boolean isOpenOrDone(Trial trial) {
    return Stream.concat(order.stream(), queue.stream())
        .anyMatch(number -> trials.get(number).settings().equals(trial.settings()));
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
    for (int trial : order) {
      left -= seconds(trial, offer);
    }
    return left;
  }

  private double seconds(int trial, Offer.Conditions offer) {
    return offer.fidelities().get(trials.get(trial).fidelity()).time().seconds();
  }

  /** The last trial that was done: where the instrument is. */
  Trial present() {
    return trials.get(order.isEmpty() ? trials.size() - 1 : order.getLast());
  }

  /** Whether the next trial that waits stays inside the time limit. */
  boolean fitsNext() {
    return seconds(queue.getFirst(), offer()) <= secondsLeft();
  }

  /** How many trials were observed or masked. */
  public int done() {
    return observed.size() + masked.size();
  }
}
