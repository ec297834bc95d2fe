package dev.cantilever.tools.search;

import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import java.util.List;
import java.util.Optional;

/**
 * What a search believes at a moment and what it tries next: computed from its events alone, for
 * pages.
 *
 * @param points how many trials were observed
 * @param waiting trials that are done before anything is chosen again, in order
 * @param iteration number of the proposal that is next
 * @param next its trials, in order; none where the search ends
 * @param words why the first of them
 * @param slices what is believed of each goal along each parameter, through the best trial
 * @param end why nothing more is chosen
 * @param asJournalled whether the proposal is that of the journal, bit for bit; empty where the
 *     journal has none for this moment
 */
public record SearchBelief(
    int points,
    List<Trial> waiting,
    int iteration,
    List<Trial> next,
    String words,
    List<Prediction.Slice> slices,
    Optional<String> end,
    Optional<Boolean> asJournalled) {

  public SearchBelief {
    waiting = List.copyOf(waiting);
    next = List.copyOf(next);
    slices = List.copyOf(slices);
  }

  /**
   * Of a moment.
   *
   * @throws dev.cantilever.numerics.linalg.NotPositiveDefinite where no surrogate fits the data
   */
  public static SearchBelief of(SearchMoment moment) {
    SearchState ahead = moment.ahead();
    SearchDecider decider = new SearchDecider();
    return switch (decider.decide(ahead)) {
      case SearchDecision.Propose propose -> next(moment, decider.propose(ahead, propose));
      case SearchDecision.Finish finish ->
          belief(moment, List.of(), finish.reason(), Optional.of(finish.reason()));
      case SearchDecision.Try one -> throw new IllegalStateException("nothing waits");
    };
  }

  private static SearchBelief next(SearchMoment moment, Proposed proposed) {
    return belief(moment, proposed.trials(), SearchText.why(proposed), Optional.empty())
        .asJournalled(moment.chosen().map(proposed::equals));
  }

  /** The same in fewer numbers. */
  public SearchBelief withoutSlices() {
    return new SearchBelief(points, waiting, iteration, next, words, List.of(), end, asJournalled);
  }

  private SearchBelief asJournalled(Optional<Boolean> same) {
    return new SearchBelief(points, waiting, iteration, next, words, slices, end, same);
  }

  private static SearchBelief belief(
      SearchMoment moment, List<Trial> next, String words, Optional<String> end) {
    SearchState state = moment.state();
    return new SearchBelief(
        state.observed().size(),
        state.queue().stream().map(state.trials()::get).toList(),
        state.proposals().size(),
        next,
        words,
        Prediction.slices(state),
        end,
        Optional.empty());
  }
}
