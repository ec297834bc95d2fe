package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One side of a USID main dataset, positions or spectroscopic variables: from the table of indices
 * the axes it was flattened from and the place of every line in them.
 *
 * @param axes slowest first
 * @param order for each line of the main dataset its place in the array
 * @param coordinates the columns of values, where the lines fill no regular grid; else none
 */
record UsidAxes(List<DataAxis> axes, int[] order, List<DataAxis.Listed> coordinates) {

  /**
   * @param indices lines × dimensions, numbers from 0 on
   * @param values of the same shape, the positions
   * @param labels a name for each dimension
   * @param units a symbol for each dimension
   */
  static UsidAxes of(
      Reading reading,
      double[][] indices,
      double[][] values,
      List<String> labels,
      List<String> units) {
    int lines = indices[0].length;
    int[] sizes = new int[indices.length];
    long product = 1;
    for (int i = 0; i < indices.length; i++) {
      sizes[i] = distinct(indices[i]);
      product = Math.min(product * sizes[i], Integer.MAX_VALUE);
    }
    Optional<int[]> order = product == lines ? order(indices, sizes) : Optional.empty();
    if (order.isEmpty()) {
      return irregular(lines, values, labels, units);
    }
    List<DataAxis> axes = new ArrayList<>();
    for (int dimension : slowestFirst(indices)) {
      double[] positions = new double[reading.claim("USID axis", sizes[dimension])];
      for (int line = lines - 1; line >= 0; line--) {
        positions[(int) indices[dimension][line]] = values[dimension][line];
      }
      axes.add(
          new DataAxis.Listed(labels.get(dimension), units.get(dimension), Series.of(positions)));
    }
    return new UsidAxes(axes, order.get(), List.of());
  }

  private static UsidAxes irregular(
      int lines, double[][] values, List<String> labels, List<String> units) {
    List<DataAxis.Listed> columns = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      columns.add(new DataAxis.Listed(labels.get(i), units.get(i), Series.of(values[i])));
    }
    return new UsidAxes(
        List.of(DataAxis.Even.uncalibrated("position", lines)),
        IntStream.range(0, lines).toArray(),
        columns);
  }

  /** The place of each line; empty where indices leave gaps or two lines share a place. */
  private static Optional<int[]> order(double[][] indices, int[] sizes) {
    int[] dimensions = slowestFirst(indices);
    int[] order = new int[indices[0].length];
    boolean[] taken = new boolean[order.length];
    for (int line = 0; line < order.length; line++) {
      long place = 0;
      for (int dimension : dimensions) {
        double index = indices[dimension][line];
        if (!(index >= 0 && index < sizes[dimension]) || index != Math.rint(index)) {
          return Optional.empty();
        }
        place = place * sizes[dimension] + (long) index;
      }
      if (taken[(int) place]) {
        return Optional.empty();
      }
      taken[(int) place] = true;
      order[line] = (int) place;
    }
    return Optional.of(order);
  }

  /** Dimensions by how often their index changes from one line to the next. */
  private static int[] slowestFirst(double[][] indices) {
    return IntStream.range(0, indices.length)
        .boxed()
        .sorted(Comparator.comparingInt((Integer d) -> changes(indices[d])).thenComparing(d -> -d))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int changes(double[] column) {
    int changes = 0;
    for (int i = 1; i < column.length; i++) {
      changes += column[i] != column[i - 1] ? 1 : 0;
    }
    return changes;
  }

  private static int distinct(double[] column) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    return 1 + changes(sorted);
  }
}
