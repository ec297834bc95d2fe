package dev.cantilever.tools.file.content;

import dev.cantilever.vocabulary.reading.Series;
import java.util.List;

/**
 * One array of a microscopy file: an image, a spectrum, a grid of spectra.
 *
 * @param name what the file calls it
 * @param quantity what was measured, in the file's words where it has them, else the name
 * @param unit symbol of the unit of the values; empty where the file has none
 * @param axes slowest first: an image has (y, x), a grid of spectra (y, x, bias)
 * @param values one for every combination of axis positions, the last axis running fastest; NaN
 *     where the file marks a value as missing
 * @param metadata everything else the file says about it, as text
 */
public record Dataset(
    String name,
    String quantity,
    String unit,
    List<DataAxis> axes,
    Series values,
    Metadata metadata) {

  public Dataset {
    axes = List.copyOf(axes);
    long positions = axes.stream().mapToLong(DataAxis::size).reduce(1, Math::multiplyExact);
    if (axes.isEmpty() || positions != values.size()) {
      throw new IllegalArgumentException(
          "dataset %s: %d axes with %d positions, but %d values"
              .formatted(name, axes.size(), positions, values.size()));
    }
  }

  /** The sizes of the axes, slowest first. */
  public int[] shape() {
    return axes.stream().mapToInt(DataAxis::size).toArray();
  }

  /**
   * The same data with every axis ascending. The same specimen saved by two programs then lies in
   * the same order: row 0 of an image has the lowest y.
   */
  public Dataset ascending() {
    Dataset turned = this;
    for (int axis = 0; axis < axes.size(); axis++) {
      DataAxis each = axes.get(axis);
      if (each.at(0) > each.at(each.size() - 1)) {
        turned = turned.reversed(axis);
      }
    }
    return turned;
  }

  /** The same data with one axis run backwards, from its last position to its first. */
  public Dataset reversed(int axis) {
    int inner = axes.stream().skip(axis + 1L).mapToInt(DataAxis::size).reduce(1, (a, b) -> a * b);
    int length = axes.get(axis).size();
    double[] from = values.toArray();
    double[] to = new double[from.length];
    for (int block = 0; block < from.length; block += length * inner) {
      for (int i = 0; i < length; i++) {
        System.arraycopy(from, block + i * inner, to, block + (length - 1 - i) * inner, inner);
      }
    }
    DataAxis[] turned = axes.toArray(DataAxis[]::new);
    turned[axis] = turned[axis].reversed();
    return new Dataset(name, quantity, unit, List.of(turned), Series.of(to), metadata);
  }
}
