package dev.cantilever.agent.web.api;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.search.Goal;
import dev.cantilever.tools.search.OutcomeLimit;
import dev.cantilever.tools.search.Policy;
import dev.cantilever.tools.search.SearchSpecification;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSummary;
import dev.cantilever.tools.search.SearchText;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A search over conditions as a page draws it. */
final class SearchView {

  private SearchView() {}

  /**
   * One trial with what came of it.
   *
   * @param trial its number from 0
   */
  public record Point(
      int trial,
      CallId call,
      List<Setting> settings,
      int fidelity,
      List<Reading.Outcome> outcomes) {

    public Point {
      settings = List.copyOf(settings);
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * A change of the course.
   *
   * @param by the call that asked for it
   */
  public record Change(String by, JsonText change) {}

  /** A trial that gave nothing, and why. */
  public record Shut(int trial, String reason) {}

  /**
   * The search.
   *
   * @param acquisitionFunction of the policy that has one
   * @param wanted number of trials in all
   * @param approved most that may be wanted
   * @param from number of the first of {@code points}
   * @param total how many trials were observed
   * @param revision is another as soon as points before are counted no more
   * @param waiting trials that come next, in order
   * @param front trials that no other trial beats in every goal
   * @param findings what was learnt besides, in words
   * @param end why it is over
   */
  public record Search(
      InstrumentId instrument,
      List<Goal> goals,
      List<OutcomeLimit> limits,
      List<Offer.Parameter> parameters,
      List<Offer.Outcome> outcomes,
      List<Offer.Fidelity> fidelities,
      int entries,
      Optional<AcquisitionFunction> acquisitionFunction,
      int wanted,
      int approved,
      int from,
      int total,
      int revision,
      List<Point> points,
      List<Change> course,
      List<Shut> masked,
      List<Trial> waiting,
      List<Integer> front,
      List<String> findings,
      Optional<String> end) {

    public Search {
      goals = List.copyOf(goals);
      limits = List.copyOf(limits);
      parameters = List.copyOf(parameters);
      outcomes = List.copyOf(outcomes);
      fidelities = List.copyOf(fidelities);
      points = List.copyOf(points);
      course = List.copyOf(course);
      masked = List.copyOf(masked);
      waiting = List.copyOf(waiting);
      front = List.copyOf(front);
      findings = List.copyOf(findings);
    }
  }

  /** Of a search in its run; points before {@code from} are left out. */
  static Search of(SearchState state, RunState run, int from) {
    SearchSpecification now = state.specification();
    Offer.Conditions offer = state.offer();
    SearchSummary summary = SearchSummary.of(state, run);
    List<Observed> observed = state.observed();
    return new Search(
        now.instrument(),
        now.goals(),
        now.limits(),
        offer.parameters(),
        offer.outcomes(),
        offer.fidelities(),
        offer.entries().size(),
        function(now),
        now.points(),
        state.approvedPoints(),
        from,
        observed.size(),
        state.order().size() - observed.size(),
        observed.stream().skip(from).map(one -> point(state, one)).toList(),
        course(run),
        state.masked().stream().map(one -> new Shut(one.trial(), one.reason())).toList(),
        state.queue().stream().map(state.trials()::get).toList(),
        summary.best().stream().map(SearchSummary.Best::trial).toList(),
        summary.findings().stream().map(SearchText::finding).toList(),
        state.finished().map(SearchEvent.Finished::reason));
  }

  private static Optional<AcquisitionFunction> function(SearchSpecification now) {
    return now.policy() instanceof Policy.Improve improve
        ? Optional.of(improve.acquisitionFunction())
        : Optional.empty();
  }

  private static Point point(SearchState state, Observed one) {
    Trial trial = state.trials().get(one.trial());
    return new Point(one.trial(), one.call(), trial.settings(), trial.fidelity(), one.outcomes());
  }

  private static List<Change> course(RunState run) {
    List<Change> changes = new ArrayList<>();
    for (SearchEvent event : run.search()) {
      if (event instanceof SearchEvent.Steered steered) {
        changes.add(new Change(steered.by(), steered.change()));
      }
    }
    return changes;
  }
}
