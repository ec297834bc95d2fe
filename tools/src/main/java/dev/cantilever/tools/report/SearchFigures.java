package dev.cantilever.tools.report;

import dev.cantilever.tools.search.Goal;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSummary;
import dev.cantilever.tools.search.SearchText;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The pictures and tables of a search over conditions. */
final class SearchFigures {

  private final SearchState search;
  private final SearchSummary summary;

  SearchFigures(SearchState search, SearchSummary summary) {
    this.search = search;
    this.summary = summary;
  }

  String html() {
    StringBuilder html = new StringBuilder();
    List<Goal> goals = search.specification().goals();
    if (!search.observed().isEmpty()) {
      if (goals.size() == 1) {
        html.append(bestSoFar(goals.getFirst()));
      } else {
        html.append(tradeOff(goals));
      }
      if (search.offer().parameters().size() == 1) {
        html.append(alongTheParameter(goals.getFirst()));
      }
    }
    best(html);
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
            "trial",
            goal.outcome(),
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
            goals.get(0).outcome(),
            goals.get(1).outcome(),
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
    int dearest = search.trials().stream().mapToInt(Trial::fidelity).max().orElse(0);
    ScatterFigure.Series cheap = along(goal, dearest == 0 ? 0 : -1, "trials", "dots");
    List<ScatterFigure.Series> series =
        dearest == 0
            ? List.of(cheap)
            : List.of(
                along(goal, 0, search.offer().fidelities().get(0).name(), "dots"),
                along(goal, dearest, search.offer().fidelities().get(dearest).name(), "marks"));
    return new ScatterFigure(
            "Where it was measured",
            "every trial over the one parameter",
            search.offer().parameters().getFirst().name(),
            goal.outcome(),
            series)
        .html();
  }

  private ScatterFigure.Series along(Goal goal, int fidelity, String name, String style) {
    List<Observed> ours =
        search.observed().stream()
            .filter(one -> fidelity < 0 || search.trials().get(one.trial()).fidelity() == fidelity)
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
      row(html, one.trial(), SearchText.settings(one.settings()), one.outcomes());
    }
    html.append("</table>");
  }

  private void trials(StringBuilder html) {
    html.append("<h2>All trials in order</h2><table>");
    for (Observed one : search.observed()) {
      Trial trial = search.trials().get(one.trial());
      row(html, one.trial(), SearchText.condition(trial), one.outcomes());
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

  private static void row(
      StringBuilder html, int trial, String condition, List<Reading.Outcome> outcomes) {
    html.append(
        "<tr><th>%d</th><td>%s</td><td>%s</td></tr>"
            .formatted(trial + 1, Html.text(condition), Html.text(SearchText.outcomes(outcomes))));
  }

  private void why(StringBuilder html) {
    html.append("<h2>What decided</h2><pre>");
    SearchText.lines(search).forEach(line -> html.append(Html.text(line)).append('\n'));
    html.append("</pre>");
  }
}
