package dev.cantilever.tools.report;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.search.Conclusion;
import dev.cantilever.tools.search.Goal;
import dev.cantilever.tools.search.Prediction;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSummary;
import dev.cantilever.tools.search.SearchText;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The pictures and tables of a search over conditions. */
final class SearchFigures {

  private final SearchState search;
  private final SearchSummary summary;
  private final Citations calls;
  private final String cited;

  SearchFigures(SearchState search, SearchSummary summary, Citations calls) {
    this.search = search;
    this.summary = summary;
    this.calls = calls;
    this.cited =
        calls.from(
            search.started().call(), search.observed().stream().map(Observed::call).toList());
  }

  String html() {
    StringBuilder html = new StringBuilder();
    List<Goal> goals = search.specification().goals();
    if (!search.observed().isEmpty()) {
      html.append("<div class='maps'>");
      if (goals.size() == 1) {
        html.append(bestSoFar(goals.getFirst()));
      } else {
        html.append(tradeOff(goals));
      }
      if (search.offer().parameters().size() == 1) {
        html.append(alongTheParameter(goals.getFirst()));
      }
      html.append("</div>");
    }
    best(html);
    findings(html);
    trials(html);
    why(html);
    return html.toString();
  }

  private double[] values(String outcome) {
    return search.observed().stream().mapToDouble(one -> value(one, outcome)).toArray();
  }

  private static double value(Observed one, String outcome) {
    return one.outcomes().stream()
        .filter(known -> known.name().equals(outcome))
        .mapToDouble(Reading.Outcome::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private String bestSoFar(Goal goal) {
    double[] values = values(goal.outcome());
    double[] order = new double[values.length];
    double[] best = new double[values.length];
    boolean larger = goal.direction() == Goal.Direction.MAXIMISE;
    for (int i = 0; i < values.length; i++) {
      order[i] = i + 1;
      best[i] =
          i == 0
              ? values[0]
              : larger ? Math.max(best[i - 1], values[i]) : Math.min(best[i - 1], values[i]);
    }
    return new ScatterFigure(
            "Learning curve",
            "every trial, and the best so far",
            cited,
            "trial",
            axis(goal),
            List.of(
                new ScatterFigure.Series("trials", "dots", order, values),
                new ScatterFigure.Series("best so far", "line", order, best)))
        .html();
  }

  private String tradeOff(List<Goal> goals) {
    double[] x = values(goals.get(0).outcome());
    double[] y = values(goals.get(1).outcome());
    Set<Integer> front = new HashSet<>();
    summary.best().forEach(best -> front.add(best.trial()));
    int[] members =
        IntStream.range(0, x.length)
            .filter(i -> front.contains(search.observed().get(i).trial()))
            .toArray();
    return new ScatterFigure(
            "Trade-off",
            "every trial; marked: those that no other trial beats in every goal",
            cited,
            axis(goals.get(0)),
            axis(goals.get(1)),
            List.of(
                new ScatterFigure.Series("trials", "dots", x, y),
                new ScatterFigure.Series(
                    "Pareto front",
                    "marks",
                    Arrays.stream(members).mapToDouble(i -> x[i]).toArray(),
                    Arrays.stream(members).mapToDouble(i -> y[i]).toArray())))
        .html();
  }

  private String alongTheParameter(Goal goal) {
    List<ScatterFigure.Series> series = new ArrayList<>();
    Optional<Prediction> prediction = Prediction.of(search);
    prediction.ifPresent(curve -> series.addAll(curves(curve)));
    List<Offer.Fidelity> fidelities = search.offer().fidelities();
    for (int f = 0; f < fidelities.size(); f++) {
      int own = f;
      if (search.trials().stream().anyMatch(trial -> trial.fidelity() == own)) {
        series.add(along(goal, f, fidelities.get(f).name(), f == 0 ? "dots" : "marks"));
      }
    }
    return new ScatterFigure(
            "Where it was measured",
            "every trial over the one parameter"
                + (prediction.isPresent() ? ", and what is believed in between" : ""),
            cited,
            withUnit(
                search.offer().parameters().getFirst().name(),
                search.offer().parameters().getFirst().unit()),
            axis(goal),
            series)
        .html();
  }

  private static List<ScatterFigure.Series> curves(Prediction curve) {
    double[] lower = curve.mean().toArray();
    double[] upper = curve.mean().toArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] -= 2 * curve.deviation().get(i);
      upper[i] += 2 * curve.deviation().get(i);
    }
    double[] at = curve.at().toArray();
    return List.of(
        new ScatterFigure.Series("believed", "line", at, curve.mean().toArray()),
        new ScatterFigure.Series("± 2 deviations", "edge", at, lower),
        new ScatterFigure.Series("", "edge", at, upper));
  }

  /** An outcome with its unit. */
  private String axis(Goal goal) {
    return search.offer().outcomes().stream()
        .filter(one -> one.name().equals(goal.outcome()))
        .findFirst()
        .map(one -> withUnit(one.name(), one.unit()))
        .orElse(goal.outcome());
  }

  private static String withUnit(String name, String unit) {
    return unit.equals("1") || unit.isEmpty() ? name : name + " / " + unit;
  }

  private ScatterFigure.Series along(Goal goal, int fidelity, String name, String style) {
    List<Observed> ours =
        search.observed().stream()
            .filter(one -> search.trials().get(one.trial()).fidelity() == fidelity)
            .toList();
    return new ScatterFigure.Series(
        name,
        style,
        ours.stream()
            .mapToDouble(one -> search.trials().get(one.trial()).settings().getFirst().value())
            .toArray(),
        ours.stream().mapToDouble(one -> value(one, goal.outcome())).toArray());
  }

  private void best(StringBuilder html) {
    html.append("<h2>Best</h2><table>");
    for (SearchSummary.Best one : summary.best()) {
      row(html, one.trial(), SearchText.settings(one.settings()), one.outcomes(), by(one.trial()));
    }
    html.append("</table>");
  }

  private void findings(StringBuilder html) {
    if (!summary.findings().isEmpty()) {
      html.append("<h2>What was learnt</h2><ul>");
      for (Conclusion.Finding finding : summary.findings()) {
        html.append("<li>%s</li>".formatted(Html.text(SearchText.finding(finding))));
      }
      html.append("</ul>");
    }
  }

  private void trials(StringBuilder html) {
    html.append("<h2>All trials in order</h2><table>");
    for (Observed one : search.observed()) {
      Trial trial = search.trials().get(one.trial());
      row(html, one.trial(), SearchText.condition(trial), one.outcomes(), calls.link(one.call()));
    }
    search
        .masked()
        .forEach(
            masked ->
                html.append(
                    "<tr><th>%d</th><td>%s</td><td>%s</td></tr>"
                        .formatted(
                            masked.trial() + 1,
                            Html.text(SearchText.condition(search.trials().get(masked.trial()))),
                            Html.text(masked.reason()))));
    html.append("</table>");
  }

  /** The call that gave the outcomes of a trial. */
  private String by(int trial) {
    return search.observed().stream()
        .filter(one -> one.trial() == trial)
        .findFirst()
        .map(one -> calls.link(one.call()))
        .orElse("");
  }

  private static void row(
      StringBuilder html,
      int trial,
      String condition,
      List<Reading.Outcome> outcomes,
      String call) {
    html.append(
        "<tr><th>%d</th><td>%s</td><td>%s</td><td>%s</td></tr>"
            .formatted(
                trial + 1, Html.text(condition), Html.text(SearchText.outcomes(outcomes)), call));
  }

  private void why(StringBuilder html) {
    html.append("<h2>What decided</h2><pre>");
    SearchText.lines(search).forEach(line -> html.append(Html.text(line)).append('\n'));
    html.append("</pre>");
  }
}
