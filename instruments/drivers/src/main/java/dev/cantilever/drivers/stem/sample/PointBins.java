package dev.cantilever.drivers.stem.sample;

/**
 * Points sorted into square bins, to find neighbours: those of one bin stand together in {@link
 * #point}. Immutable after making.
 */
public final class PointBins {

  private final Region region;
  private final double side;
  private final int columns;
  private final int rows;

  /** Where each bin begins, and where the last one ends. */
  private final int[] start;

  private final int[] order;

  /** Sorts points of a region; a point outside of it counts in the nearest bin. */
  public PointBins(double[] x, double[] y, Region region, double sideMetres) {
    this.region = region;
    side = sideMetres;
    columns = (int) (region.width() / side) + 1;
    rows = (int) (region.height() / side) + 1;
    start = new int[columns * rows + 1];
    order = new int[x.length];
    int[] bin = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      bin[i] = row(y[i]) * columns + column(x[i]);
      start[bin[i] + 1]++;
    }
    for (int b = 0; b < columns * rows; b++) {
      start[b + 1] += start[b];
    }
    int[] next = start.clone();
    for (int i = 0; i < x.length; i++) {
      order[next[bin[i]]++] = i;
    }
  }

  public int column(double x) {
    return Math.max(0, Math.min(columns - 1, (int) ((x - region.left()) / side)));
  }

  public int row(double y) {
    return Math.max(0, Math.min(rows - 1, (int) ((y - region.bottom()) / side)));
  }

  /** First position of the bins from this column on in one row. */
  public int first(int row, int column) {
    return start[row * columns + column];
  }

  /** One beyond the last position of the bins up to this column in one row. */
  public int end(int row, int column) {
    return start[row * columns + column + 1];
  }

  /** The point at a position. */
  public int point(int position) {
    return order[position];
  }
}
