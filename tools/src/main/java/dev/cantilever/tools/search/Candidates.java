package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.random.Sobol;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions under consideration at one step: all that the instrument knows, or an even spread
 * of those in its ranges, and behind them every condition that was tried.
 */
final class Candidates {

  private final List<Offer.Parameter> parameters;
  private final List<Series> rows = new ArrayList<>();
  private final Map<Series, Integer> numbers = new HashMap<>();

  private Candidates(List<Offer.Parameter> parameters) {
    this.parameters = parameters;
  }

  /**
   * The candidates of one step.
   *
   * @param stream spreads them where the instrument has no list
   */
  static Candidates of(Offer.Conditions offer, int count, List<Trial> trials, RandomStream stream) {
    Candidates candidates = new Candidates(offer.parameters());
    offer.entries().forEach(candidates::add);
    if (offer.entries().isEmpty()) {
      for (double[] unit : Sobol.scrambled(offer.parameters().size(), stream).points(count)) {
        candidates.add(candidates.unscaled(unit));
      }
    }
    trials.forEach(trial -> candidates.add(candidates.values(trial)));
    return candidates;
  }

  /** One condition alone: the first of the list, or {@code otherwise} where there is none. */
  static Candidates corner(Offer.Conditions offer, Series otherwise) {
    Candidates candidates = new Candidates(offer.parameters());
    candidates.add(offer.entries().isEmpty() ? otherwise : offer.entries().getFirst());
    return candidates;
  }

  private void add(Series row) {
    if (numbers.putIfAbsent(row, rows.size()) == null) {
      rows.add(row);
    }
  }

  private Series unscaled(double[] unit) {
    double[] row = new double[unit.length];
    for (int k = 0; k < row.length; k++) {
      Offer.Parameter parameter = parameters.get(k);
      row[k] = parameter.min() + unit[k] * (parameter.max() - parameter.min());
    }
    return Series.of(row);
  }

  private Series values(Trial trial) {
    double[] row = new double[parameters.size()];
    for (int k = 0; k < row.length; k++) {
      String name = parameters.get(k).name();
      row[k] =
          trial.settings().stream()
              .filter(setting -> setting.parameter().equals(name))
              .findFirst()
              .orElseThrow()
              .value();
    }
    return Series.of(row);
  }

  int size() {
    return rows.size();
  }

  /** The candidate that a trial was. */
  int number(Trial trial) {
    return numbers.get(values(trial));
  }

  /** In the units of the instrument. */
  Series raw(int candidate) {
    return rows.get(candidate);
  }

  /** A trial of a candidate. */
  Trial trial(int candidate, int fidelity) {
    List<Setting> settings = new ArrayList<>();
    for (int k = 0; k < parameters.size(); k++) {
      settings.add(new Setting(parameters.get(k).name(), rows.get(candidate).get(k)));
    }
    return new Trial(settings, fidelity);
  }

  /** All of them, each parameter scaled to [0, 1] by its range. */
  Points scaled() {
    double[][] scaled = new double[rows.size()][parameters.size()];
    for (int i = 0; i < scaled.length; i++) {
      for (int k = 0; k < scaled[i].length; k++) {
        Offer.Parameter parameter = parameters.get(k);
        double width = parameter.max() - parameter.min();
        scaled[i][k] = width == 0 ? 0 : (rows.get(i).get(k) - parameter.min()) / width;
      }
    }
    return Points.of(scaled);
  }

  /** All of them in the units of the instrument. */
  Points physical() {
    return Points.of(rows.stream().map(Series::toArray).toArray(double[][]::new));
  }
}
