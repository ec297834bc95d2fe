package dev.cantilever.tools.search;

import dev.cantilever.tools.instrument.EvaluateCondition;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a search stands.
 *
 * @param outcome why it ended, or {@code running}
 * @param tried how many trials gave outcomes
 * @param masked how many gave nothing
 * @param points how many were asked for
 * @param best the trials that no other trial beats in every goal: one for one goal, the Pareto
 *     front for several; at the best fidelity that was tried
 * @param findings what was learnt besides, once it has ended
 * @param instrumentTime that the trials took
 */
public record SearchSummary(
    String outcome,
    int tried,
    int masked,
    int points,
    List<Best> best,
    List<Conclusion.Finding> findings,
    TimeSpan instrumentTime) {

  /** For writing it down. */
  public static final RecordType<SearchSummary> TYPE = RecordType.of(SearchSummary.class);

  public SearchSummary {
    best = List.copyOf(best);
    findings = List.copyOf(findings);
  }

  /** One trial and its outcomes. */
  public record Best(
      int trial, List<Setting> settings, int fidelity, List<Reading.Outcome> outcomes) {

    public Best {
      settings = List.copyOf(settings);
      outcomes = List.copyOf(outcomes);
    }
  }

  /** Of a search in its run. */
  public static SearchSummary of(SearchState state, RunState run) {
    return new SearchSummary(
        state.finished().map(end -> end.reason()).orElse("running"),
        state.observed().size(),
        state.masked().size(),
        state.specification().points(),
        best(state),
        state.finished().map(end -> Conclusion.read(end.conclusion()).findings()).orElse(List.of()),
        instrumentTime(state, run));
  }

  /** Names of the outcomes that a trial must give. */
  static List<String> wanted(SearchSpecification specification) {
    return Stream.concat(
            specification.goals().stream().map(Goal::outcome),
            specification.limits().stream().map(OutcomeLimit::outcome))
        .distinct()
        .toList();
  }

  static List<Best> best(SearchState state) {
    int fidelity =
        state.observed().stream()
            .mapToInt(one -> state.trials().get(one.trial()).fidelity())
            .max()
            .orElse(0);
    List<Observed> rivals =
        state.observed().stream()
            .filter(one -> state.trials().get(one.trial()).fidelity() == fidelity)
            .filter(one -> keepsLimits(state.specification(), one))
            .toList();
    List<Best> best = new ArrayList<>();
    for (Observed one : rivals) {
      if (rivals.stream().noneMatch(other -> beats(state.specification(), other, one))) {
        Trial trial = state.trials().get(one.trial());
        best.add(new Best(one.trial(), trial.settings(), trial.fidelity(), one.outcomes()));
      }
    }
    return best;
  }

  private static boolean keepsLimits(SearchSpecification specification, Observed one) {
    return specification.limits().stream()
        .allMatch(limit -> limit.excess(value(one, limit.outcome())) <= 0);
  }

  /** At least as good in every goal and better in one, or the same and earlier. */
  private static boolean beats(SearchSpecification specification, Observed a, Observed b) {
    boolean isBetter = false;
    for (Goal goal : specification.goals()) {
      double ours = goal.signed(value(a, goal.outcome()));
      double theirs = goal.signed(value(b, goal.outcome()));
      if (ours < theirs) {
        return false;
      }
      isBetter |= ours > theirs;
    }
    return isBetter || a.trial() < b.trial();
  }

  static double value(Observed one, String outcome) {
    return Experience.outcome(one, outcome).map(Reading.Outcome::value).orElse(Double.NaN);
  }

  /** Sum of the durations that the instrument gave, exact in decimal. */
  private static TimeSpan instrumentTime(SearchState state, RunState run) {
    BigDecimal seconds = BigDecimal.ZERO;
    for (CallState call : run.calls()) {
      boolean ours = call.parent().equals(Optional.of(state.started().call()));
      if (ours && call.tool().equals("instrument.evaluate") && call.result().isPresent()) {
        TimeSpan duration = EvaluateCondition.readOutput(call.result().get()).duration();
        seconds = seconds.add(new BigDecimal(Double.toString(duration.seconds())));
      }
    }
    return new TimeSpan(seconds.doubleValue());
  }
}
