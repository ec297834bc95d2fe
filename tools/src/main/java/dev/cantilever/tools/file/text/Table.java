package dev.cantilever.tools.file.text;

import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import java.util.Iterator;

/** Columns of numbers that stood in lines of text. */
public final class Table {

  /** The most columns that are read. */
  public static final int WIDEST = 4_096;

  private final double[][] columns;
  private final int rows;

  private Table(double[][] columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Reads every line of {@code text} that is not blank; each has {@code width} numbers, and perhaps
   * an empty cell after them.
   */
  public static Table read(Reading reading, String text, char separator, int width) {
    if (width > WIDEST) {
      throw reading.refusal("table", width + " columns", "at most " + WIDEST);
    }
    long rows = text.lines().filter(line -> !line.isBlank()).count();
    if (rows == 0) {
      throw reading.refusal("table", "no line of numbers", "at least one");
    }
    reading.claim("table", rows * width);
    double[][] columns = new double[width][(int) rows];
    Iterator<String> lines = text.lines().filter(line -> !line.isBlank()).iterator();
    for (int row = 0; row < rows; row++) {
      String[] cells = cells(reading, row, lines.next(), separator, width);
      Numerals numerals = new Numerals(reading, "table, row " + (row + 1));
      for (int column = 0; column < width; column++) {
        columns[column][row] = numerals.any("cell " + (column + 1), cells[column]);
      }
    }
    return new Table(columns, (int) rows);
  }

  private static String[] cells(Reading reading, int row, String line, char separator, int width) {
    String[] cells = line.split(String.valueOf(separator), width + 2);
    boolean trailing = cells.length == width + 1 && cells[width].isBlank();
    if (cells.length != width && !trailing) {
      throw reading.refusal(
          "table, row " + (row + 1), "a line of " + cells.length + " cells", width + " cells");
    }
    return cells;
  }

  public int rows() {
    return rows;
  }

  public int width() {
    return columns.length;
  }

  /** One column; the caller does not change it. */
  public double[] column(int index) {
    return columns[index];
  }
}
