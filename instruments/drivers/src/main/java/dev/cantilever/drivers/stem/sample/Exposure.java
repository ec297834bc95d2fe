package dev.cantilever.drivers.stem.sample;

import java.util.Arrays;

/**
 * Where the electrons of one exposure land: a dense patch of the dose grid. Filled once, then given
 * to {@link Specimen#expose}. One owner.
 */
public final class Exposure {

  /** Room for what is spread out after the deposit. */
  private static final int MARGIN_CELLS = 4;

  private final double side;
  private final int firstColumn;
  private final int firstRow;
  private final int columns;
  private final int rows;
  private final double[] electrons;

  Exposure(Region region, double sideMetres, double spreadMetres) {
    side = sideMetres;
    Region wide = region.widened(spreadMetres + MARGIN_CELLS * side);
    firstColumn = (int) Math.floor(wide.left() / side);
    firstRow = (int) Math.floor(wide.bottom() / side);
    columns = (int) Math.floor(wide.right() / side) - firstColumn + 1;
    rows = (int) Math.floor(wide.top() / side) - firstRow + 1;
    electrons = new double[rows * columns];
  }

  /**
   * Lays electrons evenly over a square of this side around a point: what of it falls beyond the
   * patch counts in the outermost cells, so that none is lost.
   */
  public void deposit(double x, double y, double squareMetres, double count) {
    double half = squareMetres / 2;
    int left = column(x - half);
    int right = column(x + half);
    int bottom = row(y - half);
    int top = row(y + half);
    for (int row = bottom; row <= top; row++) {
      double high = share(row, bottom, top, (y - half) / side - firstRow, squareMetres / side);
      for (int column = left; column <= right; column++) {
        double wide =
            share(column, left, right, (x - half) / side - firstColumn, squareMetres / side);
        electrons[row * columns + column] += count * high * wide;
      }
    }
  }

  /** Part of [start, start + length) that lies in a cell; the outer cells take what is beyond. */
  private static double share(int cell, int first, int last, double start, double length) {
    if (first == last) {
      return 1;
    }
    double from = cell == first ? start : cell;
    double to = cell == last ? start + length : cell + 1.0;
    return (to - from) / length;
  }

  /** Blurs the patch by a square of this side, for a probe wider than its pixel. */
  public void spread(double squareMetres) {
    int half = (int) Math.rint(squareMetres / side / 2);
    if (half == 0) {
      return;
    }
    double[] kernel = new double[2 * half + 1];
    Arrays.fill(kernel, 1.0 / kernel.length);
    System.arraycopy(convolved(kernel), 0, electrons, 0, electrons.length);
  }

  /**
   * Convolution with the same kernel along both axes; the outermost cells keep what would leave.
   */
  double[] convolved(double[] kernel) {
    double[] once = new double[electrons.length];
    for (int i = 0; i < electrons.length; i++) {
      if (electrons[i] != 0) {
        int column = i % columns;
        for (int k = 0; k < kernel.length; k++) {
          int to = clamp(column + k - kernel.length / 2, columns);
          once[i - column + to] += kernel[k] * electrons[i];
        }
      }
    }
    double[] twice = new double[electrons.length];
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < kernel.length; k++) {
        int to = clamp(row + k - kernel.length / 2, rows);
        for (int column = 0; column < columns; column++) {
          twice[to * columns + column] += kernel[k] * once[row * columns + column];
        }
      }
    }
    return twice;
  }

  /** Dose of this exposure at a point, electrons per square metre. */
  double doseAt(double x, double y) {
    int column = (int) Math.floor(x / side) - firstColumn;
    int row = (int) Math.floor(y / side) - firstRow;
    boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
    return inside ? electrons[row * columns + column] / (side * side) : 0;
  }

  /** What the patch covers. */
  Region region() {
    return new Region(
        firstColumn * side,
        firstRow * side,
        (firstColumn + columns) * side,
        (firstRow + rows) * side);
  }

  /** Adds a number per cell of the patch, times a factor, to a map of the same cells. */
  void addTo(CellMap map, double[] amounts, double factor) {
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] != 0) {
        map.add(firstColumn + i % columns, firstRow + i / columns, factor * amounts[i]);
      }
    }
  }

  double[] electrons() {
    return electrons;
  }

  private int column(double x) {
    return clamp((int) Math.floor(x / side) - firstColumn, columns);
  }

  private int row(double y) {
    return clamp((int) Math.floor(y / side) - firstRow, rows);
  }

  private static int clamp(int index, int length) {
    return Math.max(0, Math.min(length - 1, index));
  }
}
