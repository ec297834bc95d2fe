package dev.cantilever.numerics.space;

import java.util.ArrayList;
import java.util.List;

/** All points of a finite space. */
final class Lattice {

  /** So many are listed where nothing else helps. */
  static final long LISTED_AT_LAST = 200_000;

  private final SearchSpace space;

  Lattice(SearchSpace space) {
    this.space = space;
  }

  /** Whether they are no more than this. */
  boolean hasAtMost(long most) {
    return space.count().filter(count -> count <= most).isPresent();
  }

  /** Every one, feasible or not, the last column changing fastest. */
  List<double[]> points() {
    List<Column> columns = space.layout().columns();
    List<double[]> points = new ArrayList<>();
    double[] point = columns.stream().mapToDouble(Column::min).toArray();
    space.layout().blends().forEach(blend -> blend.complete(point));
    int changed = 0;
    while (changed >= 0) {
      points.add(point.clone());
      changed = columns.size() - 1;
      while (changed >= 0 && !advance(columns.get(changed), point, changed)) {
        changed--;
      }
    }
    return points;
  }

  /** To the next value, or back to the first. */
  private static boolean advance(Column column, double[] point, int at) {
    if (!column.kind().isDiscrete()) {
      return false;
    }
    boolean hasNext = point[at] < column.max();
    point[at] = hasNext ? point[at] + 1 : column.min();
    return hasNext;
  }
}
