package dev.cantilever.numerics.pareto;

/**
 * The area that points of two objectives claim above a corner, growing point by point. Its steps
 * are the non-dominated points: x rises while y falls. The points of a front of three objectives,
 * in falling order of the third, never lie under the stairs of those before them.
 */
final class Staircase {

  private final double cornerX;
  private final double cornerY;
  private final double[] x;
  private final double[] y;
  private int size;

  Staircase(double cornerX, double cornerY, int capacity) {
    this.cornerX = cornerX;
    this.cornerY = cornerY;
    this.x = new double[capacity];
    this.y = new double[capacity];
  }

  /** The area that a point adds, which lies above the corner and not under the stairs; O(size). */
  double add(double px, double py) {
    int to = 0;
    while (to < size && x[to] <= px) {
      to++;
    }
    int from = to;
    while (from > 0 && y[from - 1] <= py) {
      from--;
    }
    double area = raised(from, to, px, py);
    replace(from, to, px, py);
    return area;
  }

  /** The strips left of steps from … to, to their old height, and right of them up to the point. */
  private double raised(int from, int to, double px, double py) {
    double area = 0;
    double left = from == 0 ? cornerX : x[from - 1];
    for (int j = from; j <= to; j++) {
      double right = j < to ? x[j] : px;
      double floor = j < size ? y[j] : cornerY;
      area += (right - left) * (py - floor);
      left = right;
    }
    return area;
  }

  private void replace(int from, int to, double px, double py) {
    System.arraycopy(x, to, x, from + 1, size - to);
    System.arraycopy(y, to, y, from + 1, size - to);
    x[from] = px;
    y[from] = py;
    size += 1 - (to - from);
  }
}
