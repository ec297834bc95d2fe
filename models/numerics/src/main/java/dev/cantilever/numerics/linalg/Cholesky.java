package dev.cantilever.numerics.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;

/**
 * The factor {@code L} of a symmetric positive definite matrix {@code A = L Lᵀ}. Immutable.
 *
 * <p>Where {@code A} cannot be factored, a jitter of 1e-8, 1e-7, … 1e-4 times the mean of its
 * diagonal is added to the diagonal, the first that works, and reported.
 */
public final class Cholesky {

  private static final double SMALLEST_JITTER = 1e-8;
  private static final double LARGEST_JITTER = 1.5e-4;

  /** Columns solved together, so that a block of them stays in the processor's cache. */
  private static final int BLOCK = 256;

  static {
    EjmlConcurrency.USE_CONCURRENT = false; // one thread: one order of summation
  }

  /** Row-major, zero above the diagonal. */
  private final double[] lower;

  private final int n;
  private final double jitter;

  private Cholesky(double[] lower, int n, double jitter) {
    this.lower = lower;
    this.n = n;
    this.jitter = jitter;
  }

  /**
   * Factors a matrix.
   *
   * @param matrix n × n, row-major, symmetric; unchanged
   * @throws NotPositiveDefinite where even the largest jitter does not help, or a value is NaN
   */
  public static Cholesky factor(double[] matrix, int n) {
    double meanDiagonal = 0;
    for (int i = 0; i < n; i++) {
      meanDiagonal += matrix[i * n + i] / n;
    }
    double jitter = 0;
    while (jitter <= LARGEST_JITTER * meanDiagonal) {
      Optional<double[]> lower = attempt(matrix, n, jitter);
      if (lower.isPresent()) {
        return new Cholesky(lower.get(), n, jitter);
      }
      jitter = jitter == 0 ? SMALLEST_JITTER * meanDiagonal : 10 * jitter;
    }
    throw new NotPositiveDefinite(
        "a matrix of %d rows is not positive definite, nor with a jitter of 1e-4".formatted(n));
  }

  /** Row by row as {@code A = UᵀU}, {@code U = Lᵀ}; empty where a pivot is not positive. */
  private static Optional<double[]> attempt(double[] matrix, int n, double jitter) {
    double[][] u = new double[n][n];
    double[] above = new double[n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix, i * n + i, u[i], i, n - i);
      u[i][i] += jitter;
      for (int k = 0; k < i; k++) {
        above[k] = u[k][i];
      }
      Rows.subtract(u[i], above, u, i, i, n);
      double pivot = u[i][i];
      if (!(pivot > 0) || Double.isInfinite(pivot)) {
        return Optional.empty();
      }
      double root = Math.sqrt(pivot);
      for (int j = i; j < n; j++) {
        u[i][j] /= root;
      }
    }
    double[] lower = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        lower[i * n + j] = u[j][i];
      }
    }
    return Optional.of(lower);
  }

  public int size() {
    return n;
  }

  /** What was added to the diagonal; 0 where nothing was needed. */
  public double jitter() {
    return jitter;
  }

  /** {@code log det A}. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += StrictMath.log(lower[i * n + i]);
    }
    return 2 * sum;
  }

  /** {@code A⁻¹ b}. */
  public double[] solve(double[] b) {
    double[] x = forward(b);
    TriangularSolver_DDRM.solveTranL(lower, x, n);
    return x;
  }

  /** {@code L⁻¹ b}. */
  public double[] forward(double[] b) {
    double[] x = b.clone();
    TriangularSolver_DDRM.solveL(lower, x, n);
    return x;
  }

  /**
   * {@code L⁻¹ B}, in place.
   *
   * @param rows B as {@link #size()} rows of equal length; overwritten
   */
  public void forward(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    for (int from = 0; from < columns; from += BLOCK) {
      forward(rows, from, Math.min(columns, from + BLOCK));
    }
  }

  private void forward(double[][] rows, int from, int to) {
    double[] factors = new double[n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(lower, i * n, factors, 0, i);
      Rows.subtract(rows[i], factors, rows, i, from, to);
      double pivot = lower[i * n + i];
      for (int c = from; c < to; c++) {
        rows[i][c] /= pivot;
      }
    }
  }

  /** {@code A⁻¹ = WᵀW} with {@code W = L⁻¹}, for gradients only; row-major. */
  public double[] inverse() {
    double[][] w = new double[n][n];
    double[] factors = new double[n];
    for (int i = 0; i < n; i++) {
      w[i][i] = 1;
      System.arraycopy(lower, i * n, factors, 0, i);
      Rows.subtract(w[i], factors, w, i, 0, i);
      for (int c = 0; c <= i; c++) {
        w[i][c] /= lower[i * n + i];
      }
    }
    double[] full = new double[n * n];
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      double[][] below = new double[n - i][];
      for (int k = i; k < n; k++) {
        below[k - i] = w[k];
        factors[k - i] = -w[k][i];
      }
      Arrays.fill(row, 0, i + 1, 0);
      Rows.subtract(row, factors, below, n - i, 0, i + 1);
      for (int j = 0; j <= i; j++) {
        full[i * n + j] = row[j];
        full[j * n + i] = row[j];
      }
    }
    return full;
  }

  /**
   * The factor of {@code A} with one more row and column, in O(n²).
   *
   * @param column the new off-diagonal values
   * @param diagonal the new diagonal value
   * @throws NotPositiveDefinite where the larger matrix is not
   */
  public Cholesky extend(double[] column, double diagonal) {
    double[] row = forward(column);
    double pivot = diagonal + jitter;
    for (double value : row) {
      pivot -= value * value;
    }
    if (!(pivot > 0)) {
      throw new NotPositiveDefinite("the added row depends on the others");
    }
    int larger = n + 1;
    double[] extended = new double[larger * larger];
    for (int i = 0; i < n; i++) {
      System.arraycopy(lower, i * n, extended, i * larger, i + 1);
    }
    System.arraycopy(row, 0, extended, n * larger, n);
    extended[n * larger + n] = Math.sqrt(pivot);
    return new Cholesky(extended, larger, jitter);
  }
}
