package dev.cantilever.tools.library;

import dev.cantilever.tools.file.FileReader;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator states of a library: fractions of elements at places of the stage. A CSV file
 * with the columns {@code x[mm]}, {@code y[mm]} in any unit of length, one column for each element,
 * and where it is known one with the name "error": the standard error of the fractions of a line.
 *
 * @param elements their names, in the order of the file
 * @param x n places, m
 * @param y n places, m
 * @param fractions n numbers from 0 to 1 for each element
 * @param errors n standard errors, at least 0; empty where they are to be inferred
 */
record CompositionTable(
    List<String> elements, Series x, Series y, List<Series> fractions, Optional<Series> errors) {

  private static final int FEWEST = 4;
  private static final int MOST = 500;

  CompositionTable {
    elements = List.copyOf(elements);
    fractions = List.copyOf(fractions);
    if (elements.isEmpty() || elements.size() > 20) {
      throw new IllegalArgumentException("a column for each of 1 to 20 elements is needed");
    }
    if (x.size() < FEWEST || x.size() > MOST) {
      throw new IllegalArgumentException(
          "%d to %d places are needed, not %d".formatted(FEWEST, MOST, x.size()));
    }
    if (!within(x, -1, 1) || !within(y, -1, 1)) {
      throw new IllegalArgumentException("a place lies within a metre of the stage's origin");
    }
    for (Series column : fractions) {
      if (!within(column, 0, 1)) {
        throw new IllegalArgumentException("a fraction lies between 0 and 1");
      }
    }
    if (!errors.map(column -> within(column, 0, 1)).orElse(true)) {
      throw new IllegalArgumentException("the error of a fraction lies between 0 and 1");
    }
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException where it is no such table, saying what it lacks
   * @throws dev.cantilever.tools.file.content.UnreadableFile where it is no table at all
   */
  static CompositionTable read(byte[] content) {
    MicroscopyFile file = FileReader.read("composition.csv", content, ReadLimits.DEFAULT);
    if (file.format() != FileFormat.CSV) {
      throw new IllegalArgumentException("a CSV file is needed");
    }
    Map<String, Series> columns = columns(file);
    Series x = taken(columns, "x");
    Series y = taken(columns, "y");
    Optional<Series> errors = Optional.ofNullable(columns.remove("error"));
    return new CompositionTable(
        List.copyOf(columns.keySet()), x, y, List.copyOf(columns.values()), errors);
  }

  /** By name, in the order of the file; the first is the axis of the others. */
  private static Map<String, Series> columns(MicroscopyFile file) {
    Map<String, Series> columns = new LinkedHashMap<>();
    for (Dataset dataset : file.datasets()) {
      DataAxis axis = dataset.axes().getFirst();
      if (dataset.axes().size() != 1) {
        throw new IllegalArgumentException("one axis is needed: leave the comments out");
      }
      double[] places = new double[axis.size()];
      Arrays.setAll(places, axis::at);
      columns.putIfAbsent(axis.name(), canonical(axis.name(), axis.unit(), places));
      Series values = canonical(dataset.name(), dataset.unit(), dataset.values().toArray());
      if (columns.put(dataset.name(), values) != null) {
        throw new IllegalArgumentException("two columns have one name");
      }
    }
    return columns;
  }

  private static Series taken(Map<String, Series> columns, String name) {
    Series column = columns.remove(name);
    if (column == null) {
      throw new IllegalArgumentException("a column %s[mm] is needed".formatted(name));
    }
    return column;
  }

  private static Series canonical(String name, String unit, double[] values) {
    boolean isPlace = name.equals("x") || name.equals("y");
    if (!isPlace && !unit.isEmpty() && !unit.equals("1")) {
      throw new IllegalArgumentException("fractions have the unit 1");
    }
    return isPlace
        ? Series.of(Arrays.stream(values).map(value -> value * metres(unit)).toArray())
        : Series.of(values);
  }

  private static double metres(String unit) {
    if (QuantityLiteral.parse("1 " + unit, QuantityKind.LENGTH)
        instanceof QuantityLiteral.Read read) {
      return read.quantity().canonical();
    }
    throw new IllegalArgumentException("x and y have a unit of length, as in x[mm]");
  }

  private static boolean within(Series column, double least, double most) {
    return Arrays.stream(column.toArray()).allMatch(value -> value >= least && value <= most);
  }
}
