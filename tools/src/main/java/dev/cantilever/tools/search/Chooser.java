package dev.cantilever.tools.search;

import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import java.util.List;

/** Chooses the next trials by one policy: a pure function. */
interface Chooser {

  /**
   * The next trials and why.
   *
   * @param size how many are asked for; fewer where there are no more
   * @throws dev.cantilever.numerics.linalg.NotPositiveDefinite where no surrogate fits the data
   */
  Chosen choose(SearchState state, int iteration, int size);

  /**
   * What all outcomes so far taught, at least one of which was observed.
   *
   * @throws dev.cantilever.numerics.linalg.NotPositiveDefinite where no surrogate fits the data
   */
  default Conclusion conclude(SearchState state) {
    return Conclusion.NONE;
  }

  /** See {@link #choose}. */
  record Chosen(List<Trial> trials, Reasons why) {

    public Chosen {
      trials = List.copyOf(trials);
    }
  }
}
