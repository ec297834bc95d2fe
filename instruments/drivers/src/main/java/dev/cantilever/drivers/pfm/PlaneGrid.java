package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.field.Field;

/**
 * A square of square cells about the origin. Values stand at the centres of the cells, that of
 * (row, column) at {@code row * cells + column}; row 0 lies at the lowest y.
 *
 * @param cells along a side, at least 2
 * @param cellMetres side of a cell
 */
record PlaneGrid(int cells, double cellMetres) {

  int count() {
    return cells * cells;
  }

  /** Half the side of the square, in metres. */
  double halfSideMetres() {
    return 0.5 * cells * cellMetres;
  }

  /** Coordinate in metres of the centre of a row or column. */
  double metres(int index) {
    return (index + 0.5) * cellMetres - halfSideMetres();
  }

  /** The fractional row or column of a coordinate, held between the outermost centres. */
  double position(double metres) {
    double index = (metres + halfSideMetres()) / cellMetres - 0.5;
    return Math.min(cells - 1, Math.max(0, index));
  }

  /** The row or column whose centre is nearest. */
  int nearest(double metres) {
    return (int) Math.rint(position(metres));
  }

  /** Bilinear interpolation; beyond the outermost centres the value at the border. */
  double sample(double[] values, double xMetres, double yMetres) {
    double column = position(xMetres);
    double row = position(yMetres);
    int left = Math.min(cells - 2, (int) column);
    int low = Math.min(cells - 2, (int) row);
    double u = column - left;
    double v = row - low;
    int corner = low * cells + left;
    double below = values[corner] + u * (values[corner + 1] - values[corner]);
    double above =
        values[corner + cells] + u * (values[corner + cells + 1] - values[corner + cells]);
    return below + v * (above - below);
  }

  Field field(String name, String unit, double[] values) {
    return new Field(name, unit, cells, cells, values);
  }
}
