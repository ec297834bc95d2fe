package dev.cantilever.tools.search;

import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Masked;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.event.SearchEvent.Steered;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search at some moment of its life.
 *
 * @param events all before it
 * @param chosen the trials that were chosen from what was known then, where some were
 */
public record SearchMoment(List<SearchEvent> events, Optional<Proposed> chosen) {

  public SearchMoment {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a search that has not begun has no moments");
    }
  }

  /** With everything that has happened; empty where no search began. */
  public static Optional<SearchMoment> last(List<SearchEvent> events) {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchMoment(events, Optional.empty()));
  }

  /**
   * After so many observed trials, or after all where there are fewer: before the last proposal
   * until the next outcome, else before that outcome. Empty where no search began.
   */
  public static Optional<SearchMoment> after(List<SearchEvent> events, int points) {
    int observed = 0;
    int proposal = -1;
    int end = 0;
    for (; end < events.size(); end++) {
      if (events.get(end) instanceof Observed) {
        if (observed == points) {
          break;
        }
        observed++;
        proposal = -1;
      }
      proposal = events.get(end) instanceof Proposed ? end : proposal;
    }
    if (end == 0) {
      return Optional.empty();
    }
    return Optional.of(
        proposal < 0
            ? new SearchMoment(events.subList(0, end), Optional.empty())
            : new SearchMoment(
                events.subList(0, proposal), Optional.of((Proposed) events.get(proposal))));
  }

  /** As far as its events tell. */
  public SearchState state() {
    return SearchState.of(events).orElseThrow();
  }

  /** Why it cannot take another course; empty where it can. */
  public Optional<Problem> objection(SearchSteering change) {
    return SteeringCheck.problem(change, state());
  }

  /** The same under another course. Nothing is written anywhere. */
  public SearchMoment under(SearchSteering change) {
    List<SearchEvent> then = new ArrayList<>(events);
    then.add(
        new Steered(
            "nobody",
            new SearchSteering.Written(change).json(),
            SearchCourse.brought(change, state())));
    return new SearchMoment(then, Optional.empty());
  }

  /** The same where nothing waits: what is chosen already will be done and is no choice more. */
  SearchState ahead() {
    List<SearchEvent> then = new ArrayList<>(events);
    state().queue().forEach(trial -> then.add(new Masked(trial, Optional.empty(), "it waits")));
    return SearchState.of(then).orElseThrow();
  }
}
