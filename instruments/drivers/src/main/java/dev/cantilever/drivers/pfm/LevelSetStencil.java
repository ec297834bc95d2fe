package dev.cantilever.drivers.pfm;

/** Differences of a level set on a grid; beyond the border the value at the border. */
final class LevelSetStencil {

  private final int n;
  private final double cell;
  private final int wide;

  /**
   * @param curvatureMetres length over which the curvature is taken
   */
  LevelSetStencil(PlaneGrid grid, double curvatureMetres) {
    n = grid.cells();
    cell = grid.cellMetres();
    wide = (int) Math.max(1, Math.rint(curvatureMetres / cell));
  }

  double slopeX(double[] psi, int row, int column) {
    return (at(psi, row, column + 1) - at(psi, row, column - 1)) / (2 * cell);
  }

  double slopeY(double[] psi, int row, int column) {
    return (at(psi, row + 1, column) - at(psi, row - 1, column)) / (2 * cell);
  }

  /** |∇ψ| from the side where ψ is greater: that is where a growing region comes from. */
  double upwindSlope(double[] psi, int row, int column) {
    double here = psi[row * n + column];
    double x = Math.max(at(psi, row, column - 1), at(psi, row, column + 1)) - here;
    double y = Math.max(at(psi, row - 1, column), at(psi, row + 1, column)) - here;
    double riseX = Math.max(0, x);
    double riseY = Math.max(0, y);
    return Math.sqrt(riseX * riseX + riseY * riseY) / cell;
  }

  /**
   * −∇·(∇ψ/|∇ψ|) in 1/m, positive about a convex region of positive ψ: the mean over two lengths.
   * One alone is blind to ripples of its own period.
   */
  double curvature(double[] psi, int row, int column) {
    double whole = curvature(psi, row, column, wide);
    return wide == 1 ? whole : 0.5 * (whole + curvature(psi, row, column, wide - 1));
  }

  private double curvature(double[] psi, int row, int column, int wide) {
    double width = wide * cell;
    double east = at(psi, row, column + wide);
    double west = at(psi, row, column - wide);
    double north = at(psi, row + wide, column);
    double south = at(psi, row - wide, column);
    double twice = 2 * psi[row * n + column];
    double x = (east - west) / 2;
    double y = (north - south) / 2;
    double square = x * x + y * y;
    if (square < 1e-4 * width * width) {
      return 0;
    }
    double xy =
        (at(psi, row + wide, column + wide)
                - at(psi, row + wide, column - wide)
                - at(psi, row - wide, column + wide)
                + at(psi, row - wide, column - wide))
            / 4;
    double bend =
        -((east + west - twice) * y * y - 2 * x * y * xy + (north + south - twice) * x * x)
            / (square * Math.sqrt(square) * width);
    return Math.min(1 / width, Math.max(-1 / width, bend));
  }

  private double at(double[] values, int row, int column) {
    if (row >= 0 && row < n && column >= 0 && column < n) {
      return values[row * n + column];
    }
    int r = Math.min(n - 1, Math.max(0, row));
    int c = Math.min(n - 1, Math.max(0, column));
    return values[r * n + c];
  }
}
