package dev.cantilever.tools.report;

import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.Explanation;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchText;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run as lines of text. */
public final class RunText {

  private RunText() {}

  /** What happened, in order. */
  public static List<String> lines(RunId id, RunState run) {
    List<String> lines = new ArrayList<>();
    run.opened()
        .ifPresent(
            opened -> {
              lines.add("%s: %s".formatted(id, opened.plan().goal()));
              lines.add("plan " + opened.planHash());
              PlanText.lines(opened.plan())
                  .forEach(line -> lines.add("  %s %s".formatted(line.number(), line.inOne())));
              opened
                  .instruments()
                  .forEach(
                      e ->
                          lines.add(
                              "envelope of %s: %s (%s)"
                                  .formatted(e.instrument(), e.envelope(), e.hash())));
            });
    CampaignState.of(run.campaign())
        .ifPresent(campaign -> campaign.batches().forEach(batch -> lines.addAll(batch(batch))));
    SearchState.of(run.search()).ifPresent(search -> lines.addAll(SearchText.lines(search)));
    lines.addAll(StepText.lines(run));
    lines.add("calls " + counts(run));
    refusals(run).forEach(lines::add);
    RunFacts facts = RunFacts.of(id, run, Optional.empty());
    lines.add(
        "%s: %d of %d measured, %s s of instrument time"
            .formatted(facts.status(), facts.measured(), facts.pool(), facts.instrumentSeconds()));
    return lines;
  }

  private static String kernel(Hyperparameters found) {
    return found.kernel().stream()
        .map(one -> String.format(Locale.ROOT, "%s %.4g", one.name(), one.value()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> batch(BatchProposed batch) {
    Explanation why = Explanation.read(batch.why());
    List<String> lines = new ArrayList<>();
    lines.add("batch %d: sites %s".formatted(batch.iteration(), batch.sites()));
    why.fit()
        .ifPresent(
            fit ->
                lines.add(
                    "  %s, noise %.3g, log marginal likelihood %.4g%s"
                        .formatted(
                            kernel(fit.hyperparameters()),
                            fit.hyperparameters().noiseVariance(),
                            fit.logMarginalLikelihood(),
                            fit.warnings().isEmpty() ? "" : ", WARNING: " + fit.warnings())));
    why.choices().stream()
        .limit(1)
        .forEach(
            first ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  first: site %d, value %.4g (runner-up %d, %.4g), expected %.4g ± %.2g",
                        first.site(),
                        first.value(),
                        first.runnerUp(),
                        first.runnerUpValue(),
                        first.expected(),
                        first.deviation())));
    return lines;
  }

  static Map<String, Integer> counts(RunState run) {
    Map<String, Integer> counts = new TreeMap<>();
    run.calls().forEach(call -> counts.merge(call.tool(), 1, Integer::sum));
    return counts;
  }

  /** Calls and plans that were refused, each with its reasons. */
  static List<String> refusals(RunState run) {
    List<String> lines = new ArrayList<>();
    for (CallState call : run.calls()) {
      if (call.last().orElse(null) instanceof CallEvent.Refused refused) {
        lines.add(
            "%s %s refused: %s".formatted(call.call(), call.tool(), sentences(refused.problems())));
      }
    }
    run.plansRefused()
        .forEach(
            refused ->
                lines.add(
                    "\"%s\" refused: %s"
                        .formatted(refused.plan().goal(), sentences(refused.problems()))));
    return lines;
  }

  private static String sentences(List<Problem> problems) {
    return String.join("; ", problems.stream().map(Problem::message).toList());
  }
}
