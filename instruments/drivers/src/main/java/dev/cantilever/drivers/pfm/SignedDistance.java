package dev.cantilever.drivers.pfm;

/**
 * Turns a function into the signed distance to its zero line and leaves the line where it is. Cells
 * beside the line take value over gradient; the others follow by fast sweeping of |∇φ| = 1 (Zhao,
 * Math. Comp. 74 (2005) 603, doi:10.1090/S0025-5718-04-01678-3). Cells outside the window are kept
 * and taken as known. Not safe for several threads.
 */
final class SignedDistance {

  private static final double FAR = 1e3;

  private final int n;
  private final double cell;
  private final double[] size;
  private final boolean[] known;

  SignedDistance(PlaneGrid grid) {
    n = grid.cells();
    cell = grid.cellMetres();
    size = new double[grid.count()];
    known = new boolean[grid.count()];
  }

  /** Of the whole plane. */
  void restore(double[] values) {
    restore(values, new Window(0, n, 0, n));
  }

  void restore(double[] values, Window window) {
    restore(values, window, FAR);
  }

  /**
   * Stops at some distance of the line, for speed; beyond it values have their sign and at least
   * this size.
   */
  void restore(double[] values, Window window, double farMetres) {
    for (int row = Math.max(0, window.fromRow() - 1);
        row < Math.min(n, window.toRow() + 1);
        row++) {
      int from = Math.max(0, window.fromColumn() - 1);
      int to = Math.min(n, window.toColumn() + 1);
      for (int column = from; column < to; column++) {
        prepare(values, row, column, !window.contains(row, column));
      }
    }
    sweep(window, farMetres);
    if (farMetres == FAR) {
      sweep(window, farMetres);
    }
    for (int row = window.fromRow(); row < window.toRow(); row++) {
      for (int at = row * n + window.fromColumn(); at < row * n + window.toColumn(); at++) {
        double reached = size[at] == FAR ? Math.max(farMetres, Math.abs(values[at])) : size[at];
        values[at] = values[at] > 0 ? reached : -reached;
      }
    }
  }

  private void prepare(double[] values, int row, int column, boolean outside) {
    int at = row * n + column;
    boolean beside = besideTheLine(values, row, column);
    known[at] = beside || outside;
    size[at] = outside ? Math.abs(values[at]) : beside ? distance(values, row, column) : FAR;
  }

  private boolean besideTheLine(double[] values, int row, int column) {
    int at = row * n + column;
    boolean up = values[at] > 0;
    return (column > 0 && values[at - 1] > 0 != up)
        || (column < n - 1 && values[at + 1] > 0 != up)
        || (row > 0 && values[at - n] > 0 != up)
        || (row < n - 1 && values[at + n] > 0 != up);
  }

  /**
   * |φ| over its slope. A slope within a fifth of 1 counts as 1: a wall at rest then stays where it
   * is, however often this is done.
   */
  private double distance(double[] values, int row, int column) {
    int at = row * n + column;
    double here = values[at];
    double x = slope(values[column > 0 ? at - 1 : at], here, values[column < n - 1 ? at + 1 : at]);
    double y = slope(values[row > 0 ? at - n : at], here, values[row < n - 1 ? at + n : at]);
    double steepness = Math.sqrt(x * x + y * y) / cell;
    return Math.abs(here) / (steepness > 0.8 && steepness < 1.25 ? 1 : steepness);
  }

  private static double slope(double before, double here, double after) {
    double central = Math.abs(after - before) / 2;
    // One-sided slopes matter where the line has a kink and the central one vanishes.
    double sided = Math.max(Math.abs(after - here), Math.abs(here - before));
    return central > 0.5 * sided ? central : sided;
  }

  private void sweep(Window window, double farMetres) {
    for (int order = 0; order < 4; order++) {
      boolean upwards = (order & 1) == 0;
      boolean rightwards = (order & 2) == 0;
      for (int i = 0; i < window.rows(); i++) {
        int row = upwards ? window.fromRow() + i : window.toRow() - 1 - i;
        for (int j = 0; j < window.columns(); j++) {
          int column = rightwards ? window.fromColumn() + j : window.toColumn() - 1 - j;
          if (!known[row * n + column]) {
            update(row, column, farMetres);
          }
        }
      }
    }
  }

  private void update(int row, int column, double farMetres) {
    int at = row * n + column;
    double a = Math.min(column > 0 ? size[at - 1] : FAR, column < n - 1 ? size[at + 1] : FAR);
    double b = Math.min(row > 0 ? size[at - n] : FAR, row < n - 1 ? size[at + n] : FAR);
    if (Math.min(a, b) >= farMetres) {
      return;
    }
    double gap = a - b;
    double next =
        Math.abs(gap) >= cell
            ? Math.min(a, b) + cell
            : 0.5 * (a + b + Math.sqrt(2 * cell * cell - gap * gap));
    size[at] = Math.min(size[at], next);
  }

  /** Rows and columns from the first to before the last. */
  record Window(int fromRow, int toRow, int fromColumn, int toColumn) {

    /** The part of a square about a point that lies on the grid. */
    static Window about(PlaneGrid grid, double xMetres, double yMetres, double halfSideMetres) {
      return new Window(
          grid.nearest(yMetres - halfSideMetres),
          grid.nearest(yMetres + halfSideMetres) + 1,
          grid.nearest(xMetres - halfSideMetres),
          grid.nearest(xMetres + halfSideMetres) + 1);
    }

    int rows() {
      return toRow - fromRow;
    }

    int columns() {
      return toColumn - fromColumn;
    }

    /** The least window about some cells. */
    static final class Span {

      private int fromRow = Integer.MAX_VALUE;
      private int toRow = Integer.MIN_VALUE;
      private int fromColumn = Integer.MAX_VALUE;
      private int toColumn = Integer.MIN_VALUE;

      void add(int row, int column) {
        fromRow = Math.min(fromRow, row);
        toRow = Math.max(toRow, row + 1);
        fromColumn = Math.min(fromColumn, column);
        toColumn = Math.max(toColumn, column + 1);
      }

      /** With a margin of cells, inside another window; that window where there are no cells. */
      Window window(Window inside, int margin) {
        if (fromRow > toRow) {
          return inside;
        }
        return new Window(
            Math.max(inside.fromRow, fromRow - margin),
            Math.min(inside.toRow, toRow + margin),
            Math.max(inside.fromColumn, fromColumn - margin),
            Math.min(inside.toColumn, toColumn + margin));
      }
    }

    boolean contains(int row, int column) {
      return row >= fromRow && row < toRow && column >= fromColumn && column < toColumn;
    }
  }
}
