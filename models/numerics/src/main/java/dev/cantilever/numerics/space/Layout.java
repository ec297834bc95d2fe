package dev.cantilever.numerics.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers that make up a point of a space, as two vectors: natural, one number a column in its
 * own unit, and scaled, what a surrogate sees.
 */
final class Layout {

  private final List<Column> columns = new ArrayList<>();
  private final List<Blend> blends = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private int inputs;

  Layout(List<Axis> axes) {
    for (Axis axis : axes) {
      switch (axis) {
        case Axis.Continuous one ->
            add(one.name(), Column.Kind.CONTINUOUS, one.min(), one.max(), one.logarithmic());
        case Axis.Whole one -> add(one.name(), Column.Kind.WHOLE, one.min(), one.max(), false);
        case Axis.Category one -> add(one);
        case Axis.Mixture one -> add(one);
      }
    }
  }

  private void add(String name, Column.Kind kind, double min, double max, boolean logarithmic) {
    add(new Column(name, kind, min, max, logarithmic, List.of(), inputs));
  }

  private void add(Axis.Category one) {
    int last = one.levels().size() - 1;
    add(new Column(one.name(), Column.Kind.LEVEL, 0, last, false, one.levels(), inputs));
  }

  private void add(Axis.Mixture one) {
    Blend blend = Blend.of(one, columns.size());
    blends.add(blend);
    for (int i = 0; i < blend.size(); i++) {
      String name = one.components().get(i).name();
      add(name, Column.Kind.FRACTION, blend.lower()[i], blend.upper()[i], false);
    }
  }

  private void add(Column column) {
    places.put(column.name(), columns.size());
    columns.add(column);
    inputs += column.inputs();
  }

  List<Column> columns() {
    return columns;
  }

  int size() {
    return columns.size();
  }

  List<Blend> blends() {
    return blends;
  }

  /** How many scaled inputs a point has. */
  int inputs() {
    return inputs;
  }

  /** The column of that name, or −1. */
  int place(String name) {
    return places.getOrDefault(name, -1);
  }

  double[] encode(double[] natural) {
    double[] scaled = new double[inputs];
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).encode(natural[c], scaled);
    }
    return scaled;
  }

  /** The point of the space nearest to scaled inputs, axis by axis. */
  double[] decode(double[] scaled) {
    double[] natural = new double[columns.size()];
    for (int c = 0; c < natural.length; c++) {
      natural[c] = columns.get(c).decode(scaled);
    }
    blends.forEach(blend -> blend.bringInside(natural));
    return natural;
  }

  /** Whether every number is within its own limits and mixtures add up to 1. */
  boolean isInside(double[] natural) {
    for (int c = 0; c < natural.length; c++) {
      Column column = columns.get(c);
      if (!(natural[c] >= column.min() && natural[c] <= column.max())) {
        return false;
      }
    }
    for (Blend blend : blends) {
      if (Math.abs(blend.sum(natural) - 1) > Blend.SUM_TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  Condition condition(double[] natural) {
    List<Setting> settings = new ArrayList<>(natural.length);
    for (int c = 0; c < natural.length; c++) {
      settings.add(columns.get(c).setting(natural[c]));
    }
    return new Condition(settings);
  }

  /** The numbers of a condition; where there is any problem they mean nothing. */
  double[] read(Condition condition, Problems problems) {
    double[] natural = new double[columns.size()];
    boolean[] given = new boolean[columns.size()];
    List<Setting> settings = condition.settings();
    for (int s = 0; s < settings.size(); s++) {
      Setting setting = settings.get(s);
      boolean inOrder = s < natural.length && columns.get(s).name().equals(setting.name());
      int place = inOrder ? s : place(setting.name());
      if (place < 0) {
        problems.add("there is no axis '%s'; known are %s".formatted(setting.name(), names()));
      } else if (given[place]) {
        problems.add(setting.name() + " is set twice");
      } else {
        given[place] = true;
        natural[place] = columns.get(place).read(setting);
        columns.get(place).problem(natural[place]).ifPresent(problems::add);
      }
    }
    demandAll(natural, given, problems);
    return natural;
  }

  private void demandAll(double[] natural, boolean[] given, Problems problems) {
    for (int c = 0; c < given.length; c++) {
      problems.demand(given[c], given[c] ? "" : columns.get(c).name() + " is not set");
    }
    for (Blend blend : blends) {
      double sum = blend.sum(natural);
      if (Math.abs(sum - 1) > Blend.SUM_TOLERANCE && isGiven(blend, given)) {
        problems.add(
            "mixture %s: the fractions add up to %s, not 1; divide each by the sum"
                .formatted(blend.name(), sum));
      }
    }
  }

  private static boolean isGiven(Blend blend, boolean[] given) {
    for (int i = 0; i < blend.size(); i++) {
      if (!given[blend.from() + i]) {
        return false;
      }
    }
    return true;
  }

  private String names() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  /** How many points there are, where no number is continuous; empty also beyond 2⁶². */
  Optional<Long> count() {
    long count = 1;
    for (Column column : columns) {
      if (!column.kind().isDiscrete() && column.range() > 0) {
        return Optional.empty();
      }
      long values = column.kind().isDiscrete() ? column.count() : 1;
      if (count > (1L << 62) / values) {
        return Optional.empty();
      }
      count *= values;
    }
    return Optional.of(count);
  }
}
