package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.field.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of a scan, collected line by line. */
final class ScanLines {

  private static final Direction[] NONE = {};

  private final int lowest;
  private final int lines;
  private final int columns;
  private final Map<Direction, PassRow[]> passes = new EnumMap<>(Direction.class);

  ScanLines(int firstLine, int lastLine, int columns) {
    lowest = Math.min(firstLine, lastLine);
    lines = Math.abs(lastLine - firstLine) + 1;
    this.columns = columns;
    for (Direction direction : Direction.values()) {
      passes.put(direction, new PassRow[lines]);
    }
  }

  /** Puts down one pass, its pixels in the order in which it went. */
  void put(Direction direction, int line, PassRow row) {
    passes.get(direction)[line - lowest] = row;
  }

  /**
   * All channels, in both directions each.
   *
   * @param passing how they were passed
   */
  List<Field> channels(Passing passing) {
    List<Field> fields = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      for (Direction direction : channel.isRecorded(passing) ? Direction.values() : NONE) {
        String name = AfmScan.name(channel, direction);
        fields.add(field(name, channel.unit(), direction, row -> row.channel(channel)));
      }
    }
    return fields;
  }

  /** What was true under the probe, in both directions. */
  List<Field> truths() {
    List<Field> fields = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      String end = " " + direction.title();
      fields.add(field("True height" + end, "m", direction, row -> row.trueHeight));
      fields.add(field("Peak force" + end, "N", direction, row -> row.peakForce));
      fields.add(field("Regime" + end, "1", direction, row -> row.regime));
    }
    return fields;
  }

  private Field field(
      String name, String unit, Direction direction, Function<PassRow, double[]> part) {
    double[] values = new double[lines * columns];
    PassRow[] rows = passes.get(direction);
    for (int line = 0; line < lines; line++) {
      double[] row = part.apply(rows[line]);
      for (int column = 0; column < columns; column++) {
        int from = direction == Direction.TRACE ? column : columns - 1 - column;
        values[line * columns + column] = row[from];
      }
    }
    return new Field(name, unit, lines, columns, values);
  }
}
