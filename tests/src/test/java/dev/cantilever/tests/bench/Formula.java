package dev.cantilever.tests.bench;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Standardisation;

/** Data by formula, the same as in benchmarks/peers/timing.py. */
final class Formula {

  private static final double[] PRIMES = {2, 3, 5, 7, 11, 13};

  private Formula() {}

  /** Points i = first … first + n − 1 of the unit cube: {@code x_ij = frac(i √p_j)}. */
  static double[][] inputs(int n, int dimension, int first) {
    double[][] rows = new double[n][dimension];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < dimension; j++) {
        rows[i][j] = (first + i) * Math.sqrt(PRIMES[j]) % 1.0;
      }
    }
    return rows;
  }

  /** {@code y_i = Σ_j cos(4 x_ij − j)/j + 0.05 cos(997 i)}, i from 1. */
  static double[] outputs(double[][] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = 0.05 * StrictMath.cos(997 * (i + 1));
      for (int j = 1; j <= x[i].length; j++) {
        y[i] += StrictMath.cos(4 * x[i][j - 1] - j) / j;
      }
    }
    return y;
  }

  static Points points(int n, int dimension) {
    return Points.of(inputs(n, dimension, 1));
  }

  static double[] standardised(int n, int dimension) {
    double[] y = outputs(inputs(n, dimension, 1));
    return Standardisation.of(y).apply(y);
  }

  /** A front on the positive part of the unit sphere. */
  static double[][] front(int size, int objectives) {
    double[][] rows = inputs(size, objectives, 1);
    for (double[] row : rows) {
      double squares = 0;
      for (int k = 0; k < objectives; k++) {
        row[k] += 0.05;
        squares += row[k] * row[k];
      }
      for (int k = 0; k < objectives; k++) {
        row[k] /= Math.sqrt(squares);
      }
    }
    return rows;
  }

  static double[][] candidateMeans(int count, int objectives) {
    return inputs(count, objectives, 100);
  }

  static double[][] candidateDeviations(int count, int objectives) {
    double[][] rows = inputs(count, objectives, 5000);
    for (double[] row : rows) {
      for (int k = 0; k < objectives; k++) {
        row[k] = 0.05 + 0.3 * row[k];
      }
    }
    return rows;
  }
}
