package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.NormalDraws;

/**
 * Gaussian random fields of mean 0 and variance 1 with the correlation exp(−r²/(2ℓ²)): white noise
 * under a Gaussian of standard deviation ℓ/√2, on the torus of the grid.
 */
final class SmoothNoise {

  /** Standard deviations after which the Gaussian is cut. */
  private static final double REACH = 4;

  private SmoothNoise() {}

  static double[] of(PlaneGrid grid, double correlationMetres, NormalDraws draws) {
    double[] white = new double[grid.count()];
    for (int i = 0; i < white.length; i++) {
      white[i] = draws.normal();
    }
    double[] kernel = kernel(correlationMetres / Math.sqrt(2) / grid.cellMetres());
    int n = grid.cells();
    return alongColumns(alongRows(white, n, kernel), n, kernel);
  }

  /** One side of the symmetric kernel, the sum of all squares 1. */
  private static double[] kernel(double deviationCells) {
    double[] half = new double[1 + (int) Math.ceil(REACH * deviationCells)];
    double squares = 0;
    for (int i = 0; i < half.length; i++) {
      double scaled = i / deviationCells;
      half[i] = StrictMath.exp(-0.5 * scaled * scaled);
      squares += (i == 0 ? 1 : 2) * half[i] * half[i];
    }
    for (int i = 0; i < half.length; i++) {
      half[i] /= Math.sqrt(squares);
    }
    return half;
  }

  private static double[] alongRows(double[] values, int n, double[] half) {
    double[] smooth = new double[values.length];
    for (int row = 0; row < n; row++) {
      for (int shift = 1 - half.length; shift < half.length; shift++) {
        double weight = half[Math.abs(shift)];
        int from = Math.floorMod(shift, n);
        for (int column = 0; column < n; column++) {
          smooth[row * n + column] += weight * values[row * n + from];
          from = from + 1 == n ? 0 : from + 1;
        }
      }
    }
    return smooth;
  }

  private static double[] alongColumns(double[] values, int n, double[] half) {
    double[] smooth = new double[values.length];
    for (int row = 0; row < n; row++) {
      for (int shift = 1 - half.length; shift < half.length; shift++) {
        double weight = half[Math.abs(shift)];
        int from = Math.floorMod(row + shift, n) * n;
        for (int column = 0; column < n; column++) {
          smooth[row * n + column] += weight * values[from + column];
        }
      }
    }
    return smooth;
  }
}
