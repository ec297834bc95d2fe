package dev.cantilever.drivers.stem.sample;

/**
 * A rectangle of the specimen, metres.
 *
 * @param left lowest x
 * @param bottom lowest y
 * @param right highest x, above left
 * @param top highest y, above bottom
 */
public record Region(double left, double bottom, double right, double top) {

  public Region {
    if (!(left < right && bottom < top)) {
      throw new IllegalArgumentException("a region has a positive width and height");
    }
  }

  /** The square of this side around a point. */
  public static Region around(double x, double y, double sideMetres) {
    double half = sideMetres / 2;
    return new Region(x - half, y - half, x + half, y + half);
  }

  /** The smallest region that holds all these points, one point widened by 1 pm. */
  public static Region holding(double[] x, double[] y) {
    double left = Double.POSITIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      bottom = Math.min(bottom, y[i]);
      top = Math.max(top, y[i]);
    }
    return new Region(left - 1e-12, bottom - 1e-12, right + 1e-12, top + 1e-12);
  }

  /** The region and a margin around it. */
  public Region widened(double metres) {
    return new Region(left - metres, bottom - metres, right + metres, top + metres);
  }

  public double width() {
    return right - left;
  }

  public double height() {
    return top - bottom;
  }

  public boolean contains(double x, double y) {
    return x >= left && x < right && y >= bottom && y < top;
  }
}
