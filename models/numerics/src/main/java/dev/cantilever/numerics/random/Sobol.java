package dev.cantilever.numerics.random;

import dev.cantilever.numerics.special.Normal;

/**
 * The Sobol sequence in Gray-code order (Antonov and Saleev, USSR Comput. Math. Math. Phys. 19
 * (1979) 252, doi:10.1016/0041-5553(79)90085-5) with the direction numbers of Joe and Kuo (SIAM J.
 * Sci. Comput. 30 (2008) 2635, doi:10.1137/070709359). The first 2^k points are a net: they fill
 * the unit cube far more evenly than independent draws, so that means over them converge nearly
 * like 1/n instead of 1/√n for smooth functions.
 *
 * <p>Scrambled, each coordinate goes through a random lower triangular matrix over its binary
 * digits and a random digital shift (Matoušek, J. Complexity 14 (1998) 527,
 * doi:10.1006/jcom.1998.0489). Every single point is then uniform and means are unbiased, while the
 * net stays a net. Take 2^k points from the first on; dropping the first point, or taking a number
 * that is no power of two, loses the balance (Owen, arXiv:2008.08051).
 *
 * <p>Immutable: the same points for every question.
 */
public final class Sobol {

  /**
   * Binary digits of a coordinate: one less than a double holds, so that half a unit can be added.
   */
  private static final int DIGITS = 52;

  /** Digits of an index, so that every {@code int} has its point. */
  private static final int COLUMNS = Integer.SIZE - 1;

  private static final double UNIT = 0x1p-52;

  private final long[][] directions;
  private final long[] shifts;

  private Sobol(long[][] directions, long[] shifts) {
    this.directions = directions;
    this.shifts = shifts;
  }

  /**
   * The sequence as it stands: begins with the origin and (½, …, ½).
   *
   * @param dimension 1 to {@link #dimensions()}
   * @throws IllegalArgumentException for a dimension outside of the table
   */
  public static Sobol plain(int dimension) {
    if (dimension < 1 || dimension > dimensions()) {
      throw new IllegalArgumentException(
          "a Sobol sequence has 1 to %d dimensions here, not %d; draw the rest independently"
              .formatted(dimensions(), dimension));
    }
    long[][] directions = new long[dimension][];
    for (int j = 0; j < dimension; j++) {
      directions[j] = JoeKuo.directions(j, COLUMNS, DIGITS);
    }
    return new Sobol(directions, new long[dimension]);
  }

  /**
   * A scrambled sequence; every call takes another scramble from the stream, 53 numbers a
   * dimension.
   *
   * @param dimension 1 to {@link #dimensions()}
   * @throws IllegalArgumentException for a dimension outside of the table
   */
  public static Sobol scrambled(int dimension, RandomStream stream) {
    Sobol sobol = plain(dimension);
    for (int j = 0; j < dimension; j++) {
      long[] matrix = lowerTriangular(stream);
      for (int k = 0; k < COLUMNS; k++) {
        sobol.directions[j][k] = times(matrix, sobol.directions[j][k]);
      }
      sobol.shifts[j] = stream.nextLong() >>> (Long.SIZE - DIGITS);
    }
    return sobol;
  }

  /** The largest dimension there is: 128. */
  public static int dimensions() {
    return JoeKuo.DIMENSIONS;
  }

  /**
   * The first points.
   *
   * @param count at least 0, best a power of two
   * @return count × dimension, each in [0, 1), multiples of 2⁻⁵²
   */
  public double[][] points(int count) {
    return walk(count, digits -> digits * UNIT);
  }

  /**
   * Draws from independent standard normals, evenly spread: scrambled points through the inverse of
   * the distribution function.
   *
   * @param count at least 0, best a power of two
   * @param dimension 1 to {@link #dimensions()}
   * @return count × dimension, all finite
   * @throws IllegalArgumentException for a dimension outside of the table
   */
  public static double[][] normals(int count, int dimension, RandomStream stream) {
    return scrambled(dimension, stream)
        .walk(count, digits -> Normal.quantile((digits + 0.5) * UNIT));
  }

  /** What becomes of the binary digits of a coordinate. */
  private interface Coordinate {
    double of(long digits);
  }

  /** Point i + 1 differs from point i by one direction number, that of the last 1 in i + 1. */
  private double[][] walk(int count, Coordinate coordinate) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be at least 0, not " + count);
    }
    long[] state = shifts.clone();
    double[][] points = new double[count][state.length];
    for (int i = 0; i < count; i++) {
      int change = Integer.numberOfTrailingZeros(i);
      for (int j = 0; j < state.length; j++) {
        if (i > 0) {
          state[j] ^= directions[j][change];
        }
        points[i][j] = coordinate.of(state[j]);
      }
    }
    return points;
  }

  /**
   * Row r decides digit r, the first being the most significant: 1 there, random before, 0 after.
   */
  private static long[] lowerTriangular(RandomStream stream) {
    long[] rows = new long[DIGITS];
    for (int r = 0; r < DIGITS; r++) {
      long diagonal = 1L << (DIGITS - 1 - r);
      long before = (1L << DIGITS) - 2 * diagonal;
      rows[r] = diagonal | (stream.nextLong() & before);
    }
    return rows;
  }

  private static long times(long[] rows, long digits) {
    long product = 0;
    for (long row : rows) {
      product = product << 1 | (Long.bitCount(row & digits) & 1);
    }
    return product;
  }
}
