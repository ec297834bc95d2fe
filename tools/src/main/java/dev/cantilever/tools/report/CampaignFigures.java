package dev.cantilever.tools.report;

import dev.cantilever.tools.campaign.CampaignBelief;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pictures of a campaign. */
final class CampaignFigures {

  private final CampaignState campaign;
  private final SiteGrid sites;
  private final Optional<Truth> truth;
  private final String unit;

  CampaignFigures(CampaignState campaign, Optional<Truth> truth, String unit) {
    this.campaign = campaign;
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
    html.append("</div>");
    html.append(bestSoFar().html());
    truth.ifPresent(known -> html.append(topFound(known).html()));
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
        order,
        "no.",
        false);
  }

  private MapFigure measured() {
    double[] rewards = blank();
    campaign.measured().forEach(one -> rewards[one.site()] = one.reward());
    return new MapFigure("Measured reward", "as the surrogate saw it", rewards, unit, false);
  }

  /** Mean and standard deviation of a surrogate fitted to all data, and what they miss. */
  private void prediction(StringBuilder html) {
    CampaignBelief.Maps maps = CampaignBelief.of(campaign).maps().orElseThrow();
    double[] mean = maps.mean().toArray();
    double[] deviation = maps.deviation().toArray();
    html.append(
        new MapFigure("Predicted reward", "posterior mean over all sites", mean, unit, false)
            .html(sites));
    html.append(
        new MapFigure(
                "Uncertainty", "posterior standard deviation, noise-free", deviation, unit, false)
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
                known.rewards().toArray(),
                unit,
                false)
            .html(sites));
    html.append(
        new MapFigure(
                "Error",
                "predicted minus truth; root mean square "
                    + Html.number(Math.sqrt(squares / error.length)),
                error,
                unit,
                true)
            .html(sites));
  }

  private CurveFigure bestSoFar() {
    double[] best = campaign.bestSoFar();
    double largest = best.length == 0 ? 0 : best[best.length - 1];
    List<CurveFigure.Curve> curves = new ArrayList<>();
    curves.add(new CurveFigure.Curve("best so far", "line", best));
    truth.ifPresent(
        known -> {
          double[] limit = new double[best.length];
          Arrays.fill(limit, known.largest());
          curves.add(new CurveFigure.Curve("largest there is", "dashed", limit));
        });
    double top = Math.max(largest, truth.map(Truth::largest).orElse(0.0)) * 1.25;
    return new CurveFigure(
        "Learning curve",
        "largest reward measured so far",
        "reward" + (unit.isEmpty() ? "" : " / " + unit),
        top > 0 ? top : 1,
        curves);
  }

  private CurveFigure topFound(Truth known) {
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
    return new CurveFigure(
        "Best twentieth found",
        "share of the %d sites of largest true reward that were measured".formatted(top.size()),
        "found / %",
        100,
        List.of(
            new CurveFigure.Curve("this run", "line", found),
            new CurveFigure.Curve("at random, expected", "dashed", random)));
  }
}
