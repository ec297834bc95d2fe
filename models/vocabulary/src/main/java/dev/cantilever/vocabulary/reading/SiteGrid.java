package dev.cantilever.vocabulary.reading;

import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;

/**
 * The sites that can be measured: a rectangular grid whose corners lie on the corners of the frame.
 * Site {@code row * columns + column}; row 0 lies at the lowest y.
 *
 * @param rows number of rows, at least 2
 * @param columns number of columns, at least 2
 * @param width distance between the first and the last column
 * @param height distance between the first and the last row
 */
public record SiteGrid(int rows, int columns, Length width, Length height) {

  public SiteGrid {
    if (rows < 2 || columns < 2 || !(width.metres() > 0) || !(height.metres() > 0)) {
      throw new IllegalArgumentException("a site grid needs two rows, two columns and an extent");
    }
  }

  public int size() {
    return rows * columns;
  }

  public int row(int site) {
    return site / columns;
  }

  public int column(int site) {
    return site % columns;
  }

  public SurfacePoint point(int site) {
    return SurfacePoint.metres(
        column(site) * width.metres() / (columns - 1), row(site) * height.metres() / (rows - 1));
  }

  /** Whether a site lies in a part of the grid. */
  public boolean isIn(GridPart part, int site) {
    return part.holds(2.0 * column(site) / (columns - 1) - 1, 2.0 * row(site) / (rows - 1) - 1);
  }

  /** The site nearest to a point, which must have finite coordinates. */
  public int nearest(SurfacePoint point) {
    long column = Math.round(point.x().metres() / width.metres() * (columns - 1));
    long row = Math.round(point.y().metres() / height.metres() * (rows - 1));
    return (int)
        (Math.clamp(row, 0, rows - 1) * (long) columns + Math.clamp(column, 0, columns - 1));
  }
}
