package dev.cantilever.tools.report;

import dev.cantilever.tools.campaign.CampaignBelief;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The pictures of a campaign. */
final class CampaignFigures {

  private static final int BEST = 10;

  private final CampaignState campaign;
  private final SiteGrid sites;
  private final Optional<Truth> truth;
  private final String unit;
  private final Citations calls;
  private final String cited;

  CampaignFigures(CampaignState campaign, Optional<Truth> truth, String unit, Citations calls) {
    this.campaign = campaign;
    this.calls = calls;
    this.cited =
        calls.from(
            campaign.started().call(), campaign.measured().stream().map(Measured::call).toList());
    this.sites = campaign.started().sites();
    this.truth = truth;
    this.unit = unit;
  }

  String html() {
    StringBuilder html = new StringBuilder("<div class='maps'>");
    html.append(order().html(sites)).append(measured().html(sites));
    if (!campaign.measured().isEmpty()) {
      prediction(html);
    }
    html.append(bestSoFar().html());
    truth.ifPresent(known -> html.append(topFound(known).html()));
    html.append("</div>");
    best(html);
    return html.toString();
  }

  private double[] blank() {
    double[] values = new double[sites.size()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private MapFigure order() {
    double[] order = blank();
    for (int i = 0; i < campaign.measured().size(); i++) {
      order[campaign.measured().get(i).site()] = i + 1;
    }
    return new MapFigure(
        "Measured points in order",
        "dark first, bright last; blank: never visited",
        cited,
        order,
        "no.",
        false);
  }

  private MapFigure measured() {
    double[] rewards = blank();
    campaign.measured().forEach(one -> rewards[one.site()] = one.reward());
    return new MapFigure("Measured reward", "as the surrogate saw it", cited, rewards, unit, false);
  }

  /** Mean and standard deviation of a surrogate fitted to all data, and what they miss. */
  private void prediction(StringBuilder html) {
    CampaignBelief.Maps maps = CampaignBelief.of(campaign).maps().orElseThrow();
    double[] mean = maps.mean().toArray();
    double[] deviation = maps.deviation().toArray();
    html.append(
        new MapFigure("Predicted reward", "posterior mean over all sites", cited, mean, unit, false)
            .html(sites));
    html.append(
        new MapFigure(
                "Uncertainty",
                "posterior standard deviation, noise-free",
                cited,
                deviation,
                unit,
                false)
            .html(sites));
    truth.ifPresent(known -> comparison(html, known, mean));
  }

  private void comparison(StringBuilder html, Truth known, double[] mean) {
    double[] error = new double[mean.length];
    double squares = 0;
    for (int site = 0; site < error.length; site++) {
      error[site] = mean[site] - known.rewards().get(site);
      squares += error[site] * error[site];
    }
    html.append(
        new MapFigure(
                "Truth",
                "known for this data set; neither surrogate nor planner saw it",
                "",
                known.rewards().toArray(),
                unit,
                false)
            .html(sites));
    html.append(
        new MapFigure(
                "Error",
                "predicted minus truth; root mean square "
                    + Html.number(Math.sqrt(squares / error.length)),
                cited,
                error,
                unit,
                true)
            .html(sites));
  }

  private ScatterFigure bestSoFar() {
    double[] count = counted();
    double[] best = campaign.bestSoFar();
    List<ScatterFigure.Series> curves = new ArrayList<>();
    curves.add(new ScatterFigure.Series("best so far", "line", count, best));
    truth.ifPresent(
        known -> {
          double[] limit = new double[best.length];
          Arrays.fill(limit, known.largest());
          curves.add(new ScatterFigure.Series("largest there is", "dashed", count, limit));
        });
    return new ScatterFigure(
        "Learning curve",
        "largest reward measured so far",
        cited,
        "measured points",
        "reward" + (unit.isEmpty() ? "" : " / " + unit),
        curves,
        true);
  }

  private double[] counted() {
    return IntStream.rangeClosed(1, campaign.measured().size()).asDoubleStream().toArray();
  }

  private ScatterFigure topFound(Truth known) {
    Set<Integer> top = known.top();
    List<Measured> measured = campaign.measured();
    double[] found = new double[measured.size()];
    double[] random = new double[measured.size()];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      count += top.contains(measured.get(i).site()) ? 1 : 0;
      found[i] = 100.0 * count / top.size();
      random[i] = 100.0 * (i + 1) / sites.size();
    }
    return new ScatterFigure(
        "Best twentieth found",
        "share of the %d sites of largest true reward that were measured".formatted(top.size()),
        cited,
        "measured points",
        "found / %",
        List.of(
            new ScatterFigure.Series("this run", "line", counted(), found),
            new ScatterFigure.Series("at random, expected", "dashed", counted(), random)),
        true);
  }

  /** The sites of largest reward, each with the call that measured it. */
  private void best(StringBuilder html) {
    html.append("<h2>Largest rewards</h2><table>");
    html.append("<tr><th>site</th><th>x</th><th>y</th><th>reward</th><th>measured by</th></tr>");
    campaign.measured().stream()
        .sorted(Comparator.comparingDouble(Measured::reward).reversed())
        .limit(BEST)
        .forEach(
            one ->
                html.append(
                    "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                            one.site(),
                            Html.text(sites.point(one.site()).x().shown()),
                            Html.text(sites.point(one.site()).y().shown()),
                            Html.text((Html.number(one.reward()) + " " + unit).strip()),
                            calls.link(one.call()))));
    html.append("</table>");
  }
}
