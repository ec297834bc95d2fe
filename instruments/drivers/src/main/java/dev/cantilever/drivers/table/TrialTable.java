package dev.cantilever.drivers.table;

import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The conditions of a table in the order in which they first come, with the outcomes of each. Rows
 * of equal inputs are replicates; a row that repeats another in all its outcomes counts once, as in
 * the published benchmark of such tables (Liang et al., npj Comput. Mater. 7 (2021) 188,
 * doi:10.1038/s41524-021-00656-9).
 */
final class TrialTable {

  private static final int MOST_ENTRIES = 100_000;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,4})?");

  private final List<Entry> entries;
  private final double[] least;
  private final double[] greatest;

  private TrialTable(List<Entry> entries, int inputs) {
    this.entries = List.copyOf(entries);
    least = extremes(inputs, Double.POSITIVE_INFINITY, Math::min);
    greatest = extremes(inputs, Double.NEGATIVE_INFINITY, Math::max);
  }

  /**
   * Reads a table whose first line names its columns; other columns than those asked for are left
   * alone.
   *
   * @throws ConnectionFailure where a column is missing or a value is not a finite number
   */
  static TrialTable read(DataFile file, List<Column> inputs, List<Column> outcomes) {
    List<Csv.Line> lines = Csv.read(file.name(), file.text());
    if (lines.size() < 2) {
      throw Csv.failure(file.name(), 1, "a table has a line of names and at least one of numbers");
    }
    int[] inputAt = places(file.name(), lines.getFirst(), inputs);
    int[] outcomeAt = places(file.name(), lines.getFirst(), outcomes);
    Map<Series, Set<Series>> trials = new LinkedHashMap<>();
    for (Csv.Line line : lines.subList(1, lines.size())) {
      trials
          .computeIfAbsent(numbers(file.name(), line, inputAt), condition -> new LinkedHashSet<>())
          .add(numbers(file.name(), line, outcomeAt));
    }
    if (trials.size() > MOST_ENTRIES) {
      throw new ConnectionFailure(
          "data set \"%s\" has %d conditions, more than %d; cut it down"
              .formatted(file.name(), trials.size(), MOST_ENTRIES));
    }
    List<Entry> entries = new ArrayList<>();
    trials.forEach((condition, rows) -> entries.add(new Entry(condition, List.copyOf(rows))));
    return new TrialTable(entries, inputs.size());
  }

  private static int[] places(String name, Csv.Line header, List<Column> columns) {
    return columns.stream().mapToInt(column -> place(name, header, column)).toArray();
  }

  private static int place(String name, Csv.Line header, Column column) {
    int first = header.fields().indexOf(column.header());
    if (first < 0 || first != header.fields().lastIndexOf(column.header())) {
      throw Csv.failure(
          name,
          header.number(),
          "there must be one column \"%s\" for %s, among %s"
              .formatted(column.header(), column.name(), header.fields()));
    }
    return first;
  }

  private static Series numbers(String name, Csv.Line line, int[] places) {
    return Series.of(IntStream.of(places).mapToDouble(at -> number(name, line, at)).toArray());
  }

  /** Plain decimal notation; zero has one sign. */
  private static double number(String name, Csv.Line line, int at) {
    String field = line.fields().get(at);
    double value = NUMBER.matcher(field).matches() ? Double.parseDouble(field) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw Csv.failure(
          name,
          line.number(),
          "field %d, \"%s\", is not a number that a double can hold".formatted(at + 1, field));
    }
    return value + 0.0;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Least recorded value of an input. */
  double least(int input) {
    return least[input];
  }

  /** Greatest recorded value of an input. */
  double greatest(int input) {
    return greatest[input];
  }

  /** Number of the entry with exactly these inputs. */
  OptionalInt find(Series condition) {
    return IntStream.range(0, entries.size())
        .filter(i -> entries.get(i).condition().equals(condition))
        .findFirst();
  }

  /**
   * The entry nearest to a finite condition: least Σ ((a − b) / range)² over the inputs that vary,
   * the first of several.
   */
  Entry nearest(Series condition) {
    Entry nearest = entries.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Entry entry : entries) {
      double distance = distance(entry.condition(), condition);
      if (distance < least) {
        least = distance;
        nearest = entry;
      }
    }
    return nearest;
  }

  private double distance(Series a, Series b) {
    double sum = 0;
    for (int i = 0; i < least.length; i++) {
      double range = greatest[i] - least[i];
      double difference = range > 0 ? (a.get(i) - b.get(i)) / range : 0;
      sum += difference * difference;
    }
    return sum;
  }

  private double[] extremes(int inputs, double start, DoubleBinaryOperator choice) {
    return IntStream.range(0, inputs)
        .mapToDouble(
            input ->
                entries.stream()
                    .mapToDouble(entry -> entry.condition().get(input))
                    .reduce(start, choice))
        .toArray();
  }
}
