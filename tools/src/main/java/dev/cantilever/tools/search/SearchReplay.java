package dev.cantilever.tools.search;

import dev.cantilever.tools.instrument.EvaluateCondition;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Finished;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.id.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a replay compares of a search: every number that was computed, and again. */
public final class SearchReplay {

  private final RunState run;
  private final List<Pair> pairs = new ArrayList<>();

  private SearchReplay(RunState run) {
    this.run = run;
  }

  /** What the journal says, and what comes out now. */
  public record Pair(String what, String journalled, String recomputed) {}

  /** All pairs of a run, in its order; none where it holds no search. */
  public static List<Pair> of(RunState run) {
    SearchReplay replay = new SearchReplay(run);
    SearchState.of(run.search()).ifPresent(replay::all);
    return replay.pairs;
  }

  private void all(SearchState whole) {
    SearchDecider decider = new SearchDecider();
    List<SearchEvent> events = run.search();
    for (int i = 0; i < events.size(); i++) {
      switch (events.get(i)) {
        case Proposed proposed ->
            proposal(decider, SearchState.of(events.subList(0, i)).orElseThrow(), proposed);
        case Observed observed -> observation(observed);
        case SearchEvent.Started started -> {}
        case SearchEvent.Steered steered ->
            course(SearchState.of(events.subList(0, i)).orElseThrow(), steered);
        case SearchEvent.Masked masked -> {}
        case Finished finished ->
            conclusion(decider, SearchState.of(events.subList(0, i)).orElseThrow(), finished);
      }
    }
    summary(whole);
  }

  private void proposal(SearchDecider decider, SearchState before, Proposed proposed) {
    String what = "proposal " + proposed.iteration();
    String journalled = proposed.trials() + " " + proposed.why();
    if (decider.decide(before) instanceof SearchDecision.Propose due) {
      try {
        Proposed again = decider.propose(before, due);
        pairs.add(new Pair(what, journalled, again.trials() + " " + again.why()));
      } catch (ArithmeticException | IllegalArgumentException failure) {
        pairs.add(new Pair(what, journalled, "cannot be recomputed: " + failure.getMessage()));
      }
    } else {
      pairs.add(new Pair(what, journalled, "no proposal was due"));
    }
  }

  private void course(SearchState before, SearchEvent.Steered steered) {
    SearchSteering change = SearchSteering.Written.read(steered.change());
    pairs.add(
        new Pair(
            "trials of course " + (before.course().size() + 1),
            steered.trials().toString(),
            SearchCourse.brought(change, before).toString()));
  }

  private void conclusion(SearchDecider decider, SearchState before, Finished finished) {
    String journalled = finished.conclusion().canonical();
    try {
      String again = decider.finish(before, finished.reason()).conclusion().canonical();
      pairs.add(new Pair("conclusion", journalled, again));
    } catch (ArithmeticException | IllegalArgumentException failure) {
      String reason = "cannot be recomputed: " + failure.getMessage();
      pairs.add(new Pair("conclusion", journalled, reason));
    }
  }

  private void observation(Observed observed) {
    String cited =
        run.calls().stream()
            .filter(call -> call.call().equals(observed.call()))
            .flatMap(call -> call.result().stream())
            .map(json -> EvaluateCondition.readOutput(json).outcomes().toString())
            .findFirst()
            .orElse("its call has no result");
    pairs.add(new Pair("outcomes of " + observed.call(), observed.outcomes().toString(), cited));
  }

  private void summary(SearchState state) {
    CallId call = state.started().call();
    Optional<String> journalled =
        run.calls().stream()
            .filter(one -> one.call().equals(call))
            .flatMap(one -> one.result().stream())
            .map(json -> json.canonical())
            .findFirst();
    journalled.ifPresent(
        text ->
            pairs.add(
                new Pair(
                    "result of " + call,
                    text,
                    SearchSummary.TYPE.canonical(SearchSummary.of(state, run)).canonical())));
  }
}
