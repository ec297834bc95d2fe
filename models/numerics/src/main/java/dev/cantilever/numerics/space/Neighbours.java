package dev.cantilever.numerics.space;

import java.util.ArrayList;
import java.util.List;

/**
 * The points that differ in one discrete setting: another level, or a whole number 1, 2, 4, … up or
 * down. Where linear constraints need it, the others follow to the nearest feasible point.
 */
final class Neighbours {

  private final SearchSpace space;
  private final Mending mending;

  Neighbours(SearchSpace space) {
    this.space = space;
    this.mending = new Mending(space);
  }

  /** Feasible ones. */
  List<double[]> of(double[] natural) {
    List<double[]> neighbours = new ArrayList<>();
    for (int c = 0; c < natural.length; c++) {
      Column column = space.layout().columns().get(c);
      for (double value : others(column, natural[c])) {
        double[] tried = natural.clone();
        tried[c] = value;
        mending.mended(tried, c).filter(space::allows).ifPresent(neighbours::add);
      }
    }
    return neighbours;
  }

  private static List<Double> others(Column column, double value) {
    List<Double> others = new ArrayList<>();
    if (column.kind() == Column.Kind.LEVEL) {
      for (int level = 0; level < column.count(); level++) {
        if (level != value) {
          others.add((double) level);
        }
      }
    } else if (column.kind() == Column.Kind.WHOLE) {
      for (double step = 1; step <= column.range(); step *= 2) {
        if (value - step >= column.min()) {
          others.add(value - step);
        }
        if (value + step <= column.max()) {
          others.add(value + step);
        }
      }
    }
    return others;
  }
}
