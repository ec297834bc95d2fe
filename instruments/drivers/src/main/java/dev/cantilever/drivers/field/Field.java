package dev.cantilever.drivers.field;

import java.util.Arrays;

/**
 * A named two-dimensional array, row 0 at the lowest y, value of (row, column) at {@code row *
 * columns + column}. The array is copied on the way in and on the way out.
 *
 * @param unit SI unit of the values, "1" for none
 */
public record Field(String name, String unit, int rows, int columns, double[] values) {

  public Field {
    if (name.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException("a field has a name and a unit; give \"1\" for none");
    }
    if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "field %s has %d values, not %d rows of %d"
              .formatted(name, values.length, rows, columns));
    }
    values = values.clone();
  }

  /** The value of one cell, without a copy of the array. */
  public double at(int row, int column) {
    return values[row * columns + column];
  }

  /** A fresh copy, the caller's own. */
  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Field that
        && name.equals(that.name)
        && unit.equals(that.unit)
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%s (%s), %d × %d".formatted(name, unit, rows, columns);
  }
}
