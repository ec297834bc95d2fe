package dev.cantilever.tools.report;

import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.Explanation;
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
 * @param root Merkle root of the journal
 */
record ReportPage(
    RunId id,
    RunState run,
    RunState desk,
    Optional<Truth> truth,
    String unit,
    String readings,
    long entries,
    String root) {

  static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1b1f24;--soft:#5b6570;--paper:#fff;--blank:#fff;--line:#d5dae0;--accent:#2a788e}
      @media(prefers-color-scheme:dark){:root{--ink:#e6e9ec;--soft:#9aa5b1;--paper:#15181c;--blank:#59626d;--line:#353c45;--accent:#5fc4d8}}
      body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1200px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
      .soft,figcaption{color:var(--soft)}figcaption b{color:var(--ink)}
      .facts{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1.25rem 0}
      .facts div b{display:block;font-size:1.6rem;font-weight:600;font-variant-numeric:tabular-nums}
      .maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:1.25rem}
      figure{margin:0}figure.wide{max-width:760px;margin-top:1.5rem}figure svg{width:100%;height:auto}
      figcaption{min-height:3em}figure.wide figcaption{min-height:0}
      svg text{font-size:11px;fill:var(--ink)}.frame{fill:none;stroke:var(--line)}.blank{fill:var(--blank)}
      .dots{fill:var(--soft)}.marks{fill:none;stroke:var(--accent);stroke-width:2.5}.line{fill:none;stroke:var(--accent);stroke-width:2}.edge{fill:none;stroke:var(--accent);stroke-width:1;opacity:.55}.tick{stroke:var(--line)}.dashed{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-dasharray:5 4}
      .pixels{image-rendering:pixelated}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{text-align:left;padding:.2rem 1rem .2rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
      th{white-space:nowrap}
      code,pre{font:13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
      """;

  String html() {
    Optional<CampaignState> campaign = CampaignState.of(run.campaign());
    RunFacts facts = RunFacts.of(id, run, truth);
    String goal = run.opened().map(opened -> opened.plan().goal()).orElse("no plan");
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>");
    page.append("<meta name='viewport' content='width=device-width,initial-scale=1'>");
    page.append(
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">");
    page.append("<title>%s</title><style>%s</style></head><body>".formatted(id, STYLE));
    page.append("<h1>%s</h1>".formatted(Html.text(goal)));
    page.append("<p class='soft'>%s · %s</p>".formatted(id, facts.status()));
    facts(page, facts);
    campaign.ifPresent(c -> page.append(new CampaignFigures(c, truth, unit).html()));
    campaign.ifPresent(c -> surrogate(page, c));
    SearchState.of(run.search())
        .ifPresent(
            search -> page.append(new SearchFigures(search, SearchSummary.of(search, run)).html()));
    page.append(readings);
    asked(page);
    decided(page);
    refused(page);
    proof(page);
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
    list(page, "In this run", RunText.refusals(run));
    list(page, "At the desk so far", RunText.refusals(desk));
  }

  private void decided(StringBuilder page) {
    if (!run.steps().isEmpty()) {
      page.append("<h2>What the plan decided</h2>");
      list(page, "Conditions, findings, questions", StepText.lines(run));
    }
  }

  private static void list(StringBuilder page, String title, List<String> lines) {
    page.append("<p>%s: %s</p>".formatted(title, lines.isEmpty() ? "nothing" : lines.size()));
    if (!lines.isEmpty()) {
      page.append("<ul>");
      lines.forEach(line -> page.append("<li>%s</li>".formatted(Html.text(line))));
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
