package dev.cantilever.tools.file.text;

import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads comma-, semicolon- or tab-separated columns: lines {@code # key: value}, a line of names
 * {@code name[unit]}, then numbers.
 *
 * <p>The first column is the axis of the others, unless {@code # axes: n} says that there are more
 * or none; with two or more, {@code # shape: rows columns} says how many positions each has, and
 * the lines run through them with the last one fastest.
 */
public final class CsvReader {

  private final Reading reading;
  private final Metadata metadata;
  private final List<CsvHeader.Column> columns;
  private final Table table;

  private CsvReader(Reading reading) {
    this.reading = reading;
    String text = reading.text("table", 0, reading.size(), StandardCharsets.UTF_8);
    Metadata.Builder comments = Metadata.builder();
    int start = text.startsWith("\ufeff") ? 1 : 0;
    int end = lineEnd(text, start);
    while (start < text.length() && isComment(text, start, end)) {
      String line = text.substring(start, end).strip();
      if (!line.isEmpty()) {
        CsvHeader.read(line, comments);
      }
      start = end + 1;
      end = lineEnd(text, start);
    }
    if (start >= text.length()) {
      throw reading.refusal("table", "no line of names", "name[unit],name[unit],…");
    }
    String names = text.substring(start, end).stripTrailing();
    char separator = CsvHeader.separator(names);
    this.metadata = comments.build();
    List<String> cells = CsvHeader.cells(names, separator, Table.WIDEST);
    if (cells.size() > 1 && cells.getLast().isBlank()) {
      cells.removeLast();
    }
    boolean named = !cells.stream().allMatch(CsvReader::isNumber);
    this.columns =
        named ? cells.stream().map(CsvHeader.Column::of).toList() : numbered(cells.size());
    String rest = text.substring(named ? Math.min(text.length(), end + 1) : start);
    this.table = Table.read(reading, rest, separator, columns.size());
  }

  public static MicroscopyFile read(Reading reading) {
    return new CsvReader(reading).file();
  }

  private MicroscopyFile file() {
    int count = axisCount();
    List<DataAxis> axes = axes(count);
    List<Dataset> datasets = new ArrayList<>();
    for (int i = count; i < columns.size(); i++) {
      CsvHeader.Column column = columns.get(i);
      datasets.add(
          new Dataset(
              column.name(),
              column.name(),
              column.unit(),
              axes,
              Series.of(table.column(i)),
              metadata));
    }
    return new MicroscopyFile(FileFormat.CSV, datasets);
  }

  private int axisCount() {
    int most = columns.size() - 1;
    int count = Math.min(1, most);
    if (metadata.get(CsvHeader.AXES).isPresent()) {
      String text = metadata.get(CsvHeader.AXES).get();
      count = (int) new Numerals(reading, "comments").number(CsvHeader.AXES, text);
    }
    if (count < 0 || count > most) {
      throw reading.refusal("comments", "axes: " + count, "0 to " + most);
    }
    return count;
  }

  private List<DataAxis> axes(int count) {
    if (count == 0) {
      return List.of(DataAxis.Even.uncalibrated("index", table.rows()));
    }
    int[] shape = count == 1 ? new int[] {table.rows()} : shape(count);
    List<DataAxis> axes = new ArrayList<>();
    int inner = table.rows();
    for (int axis = 0; axis < count; axis++) {
      inner /= shape[axis];
      axes.add(axis(axis, shape[axis], inner));
    }
    return axes;
  }

  /** Positions of one axis, each of which is repeated on {@code inner} lines in turn. */
  private DataAxis axis(int index, int size, int inner) {
    double[] column = table.column(index);
    double[] positions = new double[reading.claim("table", size)];
    for (int i = 0; i < size; i++) {
      positions[i] = column[i * inner];
    }
    for (int row = 0; row < column.length; row++) {
      if (Double.compare(column[row], positions[row / inner % size]) != 0) {
        throw reading.refusal(
            "table, row " + (row + 1),
            columns.get(index).name() + " = " + column[row],
            positions[row / inner % size] + ", for the shape to hold");
      }
    }
    CsvHeader.Column column0 = columns.get(index);
    return new DataAxis.Listed(column0.name(), column0.unit(), Series.of(positions));
  }

  private int[] shape(int count) {
    String text = metadata.get(CsvHeader.SHAPE).orElse("");
    String[] parts = text.strip().split("\\s+", count + 1);
    int[] shape = new int[count];
    long rows = 1;
    Numerals numerals = new Numerals(reading, "comments");
    for (int i = 0; i < count && parts.length == count; i++) {
      shape[i] = numerals.count(CsvHeader.SHAPE, parts[i]);
      rows *= Math.min(shape[i], 1L + table.rows());
    }
    if (parts.length != count || rows != table.rows()) {
      throw reading.refusal(
          "comments", "shape: " + text, count + " sizes for " + table.rows() + " lines");
    }
    return shape;
  }

  private static boolean isNumber(String cell) {
    return cell.strip().matches("[-+]?[0-9.,]{1,40}([eE][-+]?[0-9]{1,4})?");
  }

  /** Names for columns that have none. */
  private static List<CsvHeader.Column> numbered(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(column -> new CsvHeader.Column("column " + column, ""))
        .toList();
  }

  private static boolean isComment(String text, int start, int end) {
    return text.charAt(start) == '#' || text.substring(start, end).isBlank();
  }

  private static int lineEnd(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
