package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent.Proposed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A search in words. */
public final class SearchText {

  private SearchText() {}

  /** What was proposed and why, a few lines for each proposal. */
  public static List<String> lines(SearchState state) {
    List<String> lines = new ArrayList<>();
    for (Proposed proposal : state.proposals()) {
      lines.add("proposal %d: %s".formatted(proposal.iteration(), conditions(proposal)));
      Reasons why = Reasons.read(proposal.why());
      why.fits().forEach(fit -> lines.add("  " + fit(fit)));
      why.choices().stream().limit(1).forEach(first -> lines.add("  first: " + choice(first)));
    }
    return lines;
  }

  /** A proposal and why, in one sentence or two. */
  static String why(Proposed proposal) {
    Reasons reasons = Reasons.read(proposal.why());
    String choice =
        reasons.choices().stream()
            .findFirst()
            .map(first -> "Of the first: " + choice(first))
            .orElse("No surrogate was asked");
    return "proposal %d, %s: %s. %s."
        .formatted(proposal.iteration(), conditions(proposal), reasons.method(), choice);
  }

  private static String conditions(Proposed proposal) {
    return proposal.trials().stream().map(SearchText::condition).collect(Collectors.joining("; "));
  }

  private static String fit(Reasons.FitNumbers fit) {
    String kernel =
        fit.hyperparameters().kernel().stream()
            .map(one -> "%s %s".formatted(one.name(), number(one.value())))
            .collect(Collectors.joining(", "));
    String notes =
        fit.notes().stream()
            .map(note -> ", %s %s".formatted(note.name(), number(note.value())))
            .collect(Collectors.joining());
    return "%s: %s, noise %s, log marginal likelihood %s%s%s"
        .formatted(
            fit.of(),
            kernel,
            number(fit.hyperparameters().noiseVariance()),
            number(fit.logMarginalLikelihood()),
            notes,
            fit.warnings().isEmpty() ? "" : ", WARNING: " + fit.warnings());
  }

  private static String choice(Reasons.ChoiceNumbers choice) {
    String terms =
        choice.terms().stream()
            .map(term -> "%s %s".formatted(term.name(), number(term.value())))
            .collect(Collectors.joining(", "));
    return "value %s (runner-up %s)%s, nearest tried %s away, expected %s ± %s"
        .formatted(
            number(choice.value()),
            number(choice.runnerUpValue()),
            terms.isEmpty() ? "" : ": " + terms,
            number(choice.nearest()),
            numbers(choice.expected()),
            numbers(choice.deviations()));
  }

  /** A condition as people write it. */
  public static String condition(Trial trial) {
    String settings = settings(trial.settings());
    return trial.fidelity() == 0 ? settings : settings + " at fidelity " + trial.fidelity();
  }

  /** Settings as people write them. */
  public static String settings(List<Setting> settings) {
    return settings.stream()
        .map(one -> "%s %s".formatted(one.parameter(), number(one.value())))
        .collect(Collectors.joining(", "));
  }

  /** Outcomes as people write them. */
  public static String outcomes(List<Reading.Outcome> outcomes) {
    return outcomes.stream()
        .map(
            one ->
                one.standardError() > 0
                    ? "%s %s ± %s"
                        .formatted(one.name(), number(one.value()), number(one.standardError()))
                    : "%s %s".formatted(one.name(), number(one.value())))
        .collect(Collectors.joining(", "));
  }

  /** A finding as people write it. */
  public static String finding(Conclusion.Finding finding) {
    StringBuilder numbers = new StringBuilder();
    for (Term one : finding.numbers()) {
      boolean isDeviation = one.name().endsWith("±");
      numbers
          .append(isDeviation ? " ± " : numbers.isEmpty() ? "" : ", ")
          .append(isDeviation ? "" : one.name() + " ")
          .append(number(one.value()));
    }
    String warnings = finding.warnings().isEmpty() ? "" : "; WARNING: " + finding.warnings();
    return "%s: %s%s".formatted(finding.about(), numbers, warnings);
  }

  private static String numbers(List<Double> values) {
    return values.stream().map(SearchText::number).collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e6;
    return isWhole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4g", value);
  }
}
