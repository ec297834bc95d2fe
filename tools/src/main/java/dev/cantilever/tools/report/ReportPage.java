package dev.cantilever.tools.report;

import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.Explanation;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSummary;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run as one page of HTML that needs nothing else. Pure.
 *
 * @param desk the talk around the run
 * @param truth where it is known
 * @param unit of the reward; empty where it has none
 * @param readings what the verbs read, as HTML
 * @param calls that its figures and numbers rest on
 * @param root Merkle root of the journal
 */
record ReportPage(
    RunId id,
    RunState run,
    RunState desk,
    Optional<Truth> truth,
    String unit,
    String readings,
    Citations calls,
    long entries,
    String root) {

  String html() {
    Optional<CampaignState> campaign = CampaignState.of(run.campaign());
    RunFacts facts = RunFacts.of(id, run, truth);
    String goal = run.opened().map(opened -> opened.plan().goal()).orElse("no plan");
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>");
    page.append("<meta name='viewport' content='width=device-width,initial-scale=1'>");
    page.append(
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src data:;"
            + " style-src 'unsafe-inline'\">");
    page.append("<title>%s</title><style>%s</style></head><body>".formatted(id, ReportStyle.CSS));
    page.append("<h1>%s</h1>".formatted(Html.text(goal)));
    page.append("<p class='soft'>%s · %s</p>".formatted(id, facts.status()));
    facts(page, facts);
    campaign.ifPresent(c -> page.append(new CampaignFigures(c, truth, unit, calls).html()));
    campaign.ifPresent(c -> surrogate(page, c));
    SearchState.of(run.search())
        .ifPresent(
            search ->
                page.append(
                    new SearchFigures(search, SearchSummary.of(search, run), calls).html()));
    page.append(readings);
    asked(page);
    decided(page);
    refused(page);
    repeat(page);
    proof(page);
    page.append(calls.table());
    return page.append("</body></html>\n").toString();
  }

  private static void facts(StringBuilder page, RunFacts facts) {
    page.append("<div class='facts'>");
    if (facts.pool() > 0) {
      fact(page, "%d of %d".formatted(facts.measured(), facts.pool()), "measured");
    }
    fact(page, format("%,.1f s", facts.instrumentSeconds()), "of instrument time");
    facts
        .topFivePercentFound()
        .ifPresent(
            share -> fact(page, format("%.1f %%", 100 * share), "of the best twentieth found"));
    facts
        .iterationMillisMedian()
        .ifPresent(millis -> fact(page, format("%.0f ms", millis), "per iteration (median)"));
    page.append("</div>");
  }

  private static void fact(StringBuilder page, String value, String words) {
    page.append("<div><b>%s</b><span class='soft'>%s</span></div>".formatted(value, words));
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private static void surrogate(StringBuilder page, CampaignState campaign) {
    page.append("<h2>What decided</h2><table>");
    row(page, "reward", campaign.specification().reward().inWords());
    if (campaign.batches().isEmpty()) {
      page.append("</table>");
      return;
    }
    Explanation last = Explanation.read(campaign.batches().getLast().why());
    row(page, "method", last.method());
    last.fit()
        .ifPresent(
            fit -> {
              for (Parameter one : fit.hyperparameters().kernel()) {
                row(page, one.name() + unit(one.role()), Html.number(one.value()));
              }
              row(page, "noise variance", Html.number(fit.hyperparameters().noiseVariance()));
              row(page, "log marginal likelihood", Html.number(fit.logMarginalLikelihood()));
              row(page, "jitter", Html.number(fit.jitter()));
              row(
                  page,
                  "warnings",
                  fit.warnings().isEmpty() ? "none" : String.join("; ", fit.warnings()));
            });
    row(page, "masked sites", Integer.toString(campaign.masked().size()));
    page.append("</table>");
  }

  private static String unit(Role role) {
    return role == Role.LENGTHSCALE ? " (1 = width)" : "";
  }

  private static void row(StringBuilder page, String name, String value) {
    page.append("<tr><th>%s</th><td>%s</td></tr>".formatted(Html.text(name), Html.text(value)));
  }

  private void asked(StringBuilder page) {
    page.append("<h2>What was asked</h2><table>");
    run.opened()
        .ifPresent(
            opened -> {
              row(page, "sentence", opened.plan().goal());
              row(page, "plan", opened.planHash());
              PlanText.lines(opened.plan())
                  .forEach(line -> row(page, "step " + line.number(), line.inOne()));
              row(page, "software", opened.software());
              for (RunEvent.EnvelopeInForce e : opened.instruments()) {
                row(page, "envelope of " + e.instrument(), e.envelope() + ", " + e.hash());
              }
            });
    RunText.counts(run)
        .forEach(
            (tool, count) ->
                row(page, tool, count == 1 ? "called once" : "called %d times".formatted(count)));
    page.append("</table>");
  }

  private void refused(StringBuilder page) {
    page.append("<h2>What was refused</h2>");
    list(page, "In this run", RunText.refusals(run).stream().map(calls::linked).toList());
    list(page, "At the desk so far", RunText.refusals(desk).stream().map(Html::text).toList());
  }

  private void decided(StringBuilder page) {
    if (!run.steps().isEmpty()) {
      page.append("<h2>What the plan decided</h2>");
      list(
          page,
          "Conditions, findings, questions",
          StepText.lines(run).stream().map(Html::text).toList());
    }
  }

  /** As the plan's own writer writes it, so that it has the same hash. */
  private void repeat(StringBuilder page) {
    run.opened()
        .ifPresent(
            opened -> {
              String yaml = PlanDocument.write(opened.plan());
              page.append("<h2>To repeat it</h2>");
              page.append(
                  Html.isWhole(yaml)
                      ? "<p>As <code>plan.yaml</code>, for <code>./cantilever plan run plan.yaml</code>:</p><pre class='plan'>%s</pre>"
                          .formatted(Html.text(yaml))
                      : "<p>It holds signs that cannot be shown; <code>./cantilever plan show %s --yaml</code> writes it.</p>"
                          .formatted(id));
            });
  }

  /** Lines of HTML. */
  private static void list(StringBuilder page, String title, List<String> lines) {
    page.append("<p>%s: %s</p>".formatted(title, lines.isEmpty() ? "nothing" : lines.size()));
    if (!lines.isEmpty()) {
      page.append("<ul>");
      lines.forEach(line -> page.append("<li>%s</li>".formatted(line)));
      page.append("</ul>");
    }
  }

  private void proof(StringBuilder page) {
    page.append(
        "<h2>How to check it</h2><p>%d entries, Merkle root <code>%s</code></p>"
            .formatted(entries, root));
    page.append(
        "<pre>./cantilever verify %s    # every hash and proof of the log\n./cantilever replay %s    # every proposal and number, recomputed bit for bit</pre>"
            .formatted(id, id));
  }
}
