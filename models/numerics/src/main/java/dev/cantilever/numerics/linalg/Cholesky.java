package dev.cantilever.numerics.linalg;

import dev.cantilever.numerics.linalg.ForwardSubstitution.Shape;
import java.util.Arrays;
import java.util.Optional;

/**
 * The factor {@code L} of a symmetric positive definite matrix {@code A = L Lᵀ}. Immutable.
 *
 * <p>Where {@code A} cannot be factored, a jitter of 1e-8, 1e-7, … 1e-4 times the mean of its
 * diagonal is added to the diagonal, the first that works, and reported.
 *
 * <p>Every sum runs in the one order that {@link Rows} defines, whatever the blocks: a right-hand
 * side solved alone or among others, a factor made at once or extended row by row have equal bits.
 * Not so where {@link NativeLapack} was asked for.
 */
public final class Cholesky {

  /**
   * The number of right-hand sides at which {@link #forward(double[][])} is fastest: they stay in
   * the processor's second-level cache for up to some 400 rows, and lie alike towards vectors.
   */
  public static final int COLUMNS = 262;

  private static final double[] JITTERS = {0, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4};

  private final Triangles both;
  private final double[][] l;
  private final double jitter;

  private Cholesky(Triangles both, double jitter) {
    this.both = both;
    this.l = both.lower();
    this.jitter = jitter;
  }

  /**
   * Factors a matrix.
   *
   * @param matrix n × n, row-major, symmetric; only its lower triangle is read; unchanged
   * @throws NotPositiveDefinite where even the largest jitter does not help, or a value is NaN
   */
  public static Cholesky factor(double[] matrix, int n) {
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = Arrays.copyOfRange(matrix, i * n, i * n + i + 1);
    }
    return factor(lower);
  }

  /**
   * Factors a matrix given by its lower triangle, in n³/3 operations.
   *
   * @param lower n rows, row i of at least i + 1 values, of which the first i + 1 are read;
   *     unchanged
   * @throws NotPositiveDefinite where even the largest jitter does not help, or a value is NaN
   */
  public static Cholesky factor(double[][] lower) {
    double meanDiagonal = meanDiagonal(lower);
    for (double relative : JITTERS) {
      double jitter = relative * meanDiagonal;
      Optional<Triangles> both =
          NativeLapack.of(lower.length)
              .map(lapack -> lapack.factor(lower, jitter))
              .orElseGet(() -> Factorisation.of(lower, jitter));
      if (both.isPresent()) {
        return new Cholesky(both.get(), jitter);
      }
      if (!(meanDiagonal > 0)) {
        break;
      }
    }
    throw new NotPositiveDefinite(
        "a matrix of %d rows is not positive definite, nor with a jitter of 1e-4"
            .formatted(lower.length));
  }

  private static double meanDiagonal(double[][] lower) {
    double mean = 0;
    for (int i = 0; i < lower.length; i++) {
      if (lower[i].length <= i) {
        throw new IllegalArgumentException(
            "row %d of a lower triangle has %d values; it needs %d"
                .formatted(i, lower[i].length, i + 1));
      }
      mean += lower[i][i] / lower.length;
    }
    return mean;
  }

  public int size() {
    return l.length;
  }

  /** What was added to the diagonal; 0 where nothing was needed. */
  public double jitter() {
    return jitter;
  }

  /** {@code log det A}. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < l.length; i++) {
      sum += StrictMath.log(l[i][i]);
    }
    return 2 * sum;
  }

  /** {@code A⁻¹ b}. */
  public double[] solve(double[] b) {
    double[] x = forward(b);
    Vectors.backward(l, x);
    return x;
  }

  /** {@code L z}. */
  public double[] times(double[] z) {
    double[] product = new double[l.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j <= i; j++) {
        product[i] += l[i][j] * z[j];
      }
    }
    return product;
  }

  /** {@code L⁻¹ b}. */
  public double[] forward(double[] b) {
    requireSize(b.length);
    double[] x = b.clone();
    Vectors.forward(both.upper(), x);
    return x;
  }

  /**
   * {@code L⁻¹ B}, in place; n² operations for each column.
   *
   * @param rows B as {@link #size()} rows of equal length, best of {@link #COLUMNS}; overwritten
   */
  public void forward(double[][] rows) {
    requireSize(rows.length);
    int columns = rows.length == 0 ? 0 : rows[0].length;
    if (columns <= Rows.TILE) {
      new ForwardSubstitution(l, rows, Shape.FULL).solve(columns);
    } else {
      forwardByTiles(rows, columns);
    }
  }

  /** By way of a copy: tiles of long rows would fall into few sets of the cache. */
  private void forwardByTiles(double[][] rows, int columns) {
    double[][] tile = new double[l.length][COLUMNS];
    ForwardSubstitution substitution = new ForwardSubstitution(l, tile, Shape.FULL);
    for (int from = 0; from < columns; from += COLUMNS) {
      int width = Math.min(COLUMNS, columns - from);
      for (int i = 0; i < tile.length; i++) {
        System.arraycopy(rows[i], from, tile[i], 0, width);
      }
      substitution.solve(width);
      for (int i = 0; i < tile.length; i++) {
        System.arraycopy(tile[i], 0, rows[i], from, width);
      }
    }
  }

  private void requireSize(int rows) {
    if (rows != l.length) {
      throw new IllegalArgumentException(
          "a right-hand side of %d rows against a matrix of %d; they must be equal"
              .formatted(rows, l.length));
    }
  }

  /** {@code A⁻¹}, for gradients only; n × n, row-major. */
  public double[] inverse() {
    int n = l.length;
    double[][] lower = inverseRows();
    double[] full = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        full[i * n + j] = lower[i][j];
        full[j * n + i] = lower[i][j];
      }
    }
    return full;
  }

  /**
   * The lower triangle of {@code A⁻¹}, in two thirds of n³ operations: row i has its values at
   * indices 0 to i, what follows means nothing.
   */
  public double[][] inverseRows() {
    return NativeLapack.of(l.length)
        .map(lapack -> lapack.inverse(l))
        .orElseGet(() -> Inversion.of(l));
  }

  /**
   * The factor of {@code A} with one more row and column, in n² operations.
   *
   * @param column the new off-diagonal values
   * @param diagonal the new diagonal value
   * @throws NotPositiveDefinite where the larger matrix is not
   */
  public Cholesky extend(double[] column, double diagonal) {
    int n = l.length;
    double[] row = Arrays.copyOf(forward(column), n + 1);
    double pivot = Vectors.minusProduct(diagonal + jitter, row, row, n);
    if (!(pivot > 0) || Double.isInfinite(pivot)) {
      throw new NotPositiveDefinite("the added row depends on the others");
    }
    row[n] = Math.sqrt(pivot);
    return new Cholesky(both.plus(row), jitter);
  }
}
