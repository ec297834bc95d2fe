package dev.cantilever.vocabulary.reading;

import dev.cantilever.vocabulary.quantity.Length;

/**
 * One channel of a scan over a rectangle of the surface.
 *
 * @param channel what was read, for example {@code height}
 * @param unit of the values; 1 for a plain number
 * @param rows lines along the slow axis, the first at the lowest y
 * @param columns points along the fast axis
 * @param width along the fast axis
 * @param height along the slow axis
 * @param values row by row
 * @param quality the driver's verdict; never {@code GOOD} where a value is no finite number
 */
public record Frame(
    String channel,
    String unit,
    int rows,
    int columns,
    Length width,
    Length height,
    Series values,
    Quality quality) {

  public Frame {
    if (rows < 1 || columns < 1 || (long) rows * columns != values.size()) {
      throw new IllegalArgumentException(
          "a frame of %d × %d needs as many values, not %d"
              .formatted(rows, columns, values.size()));
    }
    quality = quality == Quality.GOOD && !values.isFinite() ? Quality.BAD : quality;
  }

  public double at(int row, int column) {
    return values.get(row * columns + column);
  }
}
