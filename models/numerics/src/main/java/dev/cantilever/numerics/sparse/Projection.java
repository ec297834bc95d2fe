package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.stream.IntStream;

/**
 * Observations seen through inducing points. With {@code K_uu + jitter I = L Lᵀ}, {@code A = L⁻¹
 * K_uf} and noise D, the m × m matrix {@code B = I + A D⁻¹Aᵀ} and a few sums hold all that the
 * bound needs of n observations, whatever the constant mean. One pass over the observations in
 * tiles; nothing of length n is kept.
 */
final class Projection {

  private static final double LOG_TWO_PI = 1.8378770664093453;

  private final int n;
  private final Cholesky uu;
  private final double[][] b;
  private final Cholesky factor;

  /** {@code A D⁻¹ y} and {@code A D⁻¹ 1}. */
  private final double[] ofObservations;

  private final double[] ofOnes;

  /** {@code yᵀD⁻¹y}, {@code 1ᵀD⁻¹y}, {@code 1ᵀD⁻¹1}. */
  private double squares;

  private double sum;
  private double count;
  private double logNoise;
  private double unexplained;

  private Projection(Kernel kernel, Observations data, InducingPoints inducing) {
    int m = inducing.size();
    this.n = data.size();
    this.uu = factor(kernel, inducing);
    this.b = new double[m][];
    for (int i = 0; i < m; i++) {
      b[i] = new double[i + 1];
      b[i][i] = 1;
    }
    this.ofObservations = new double[m];
    this.ofOnes = new double[m];
    double[] noise = Noise.required(data);
    for (int from = 0; from < n; from += Cholesky.COLUMNS) {
      int[] tile = IntStream.range(from, Math.min(n, from + Cholesky.COLUMNS)).toArray();
      add(kernel, inducing.points(), data, noise, tile);
    }
    this.factor = Cholesky.factor(b);
    if (factor.jitter() > 0) {
      throw new NotPositiveDefinite("the noise is too small to be told from rounding errors");
    }
  }

  static Projection of(Kernel kernel, Observations data, InducingPoints inducing) {
    return new Projection(kernel, data, inducing);
  }

  private static Cholesky factor(Kernel kernel, InducingPoints inducing) {
    double[][] lower = kernel.lower(inducing.points());
    for (int i = 0; i < lower.length; i++) {
      lower[i][i] += inducing.jitter();
    }
    return Cholesky.factor(lower);
  }

  private void add(Kernel kernel, Points u, Observations data, double[] noise, int[] tile) {
    Points x = data.x().select(tile);
    double[][] a = kernel.covariance(u, x);
    uu.forward(a);
    double[] left = kernel.variances(x);
    double[][] columns = RowSums.transposed(a);
    for (int j = 0; j < a.length; j++) {
      RowSums.addSquares(left, -1, a[j]);
      for (int i = 0; i < tile.length; i++) {
        a[j][i] /= noise[tile[i]];
        ofObservations[j] += a[j][i] * data.y().get(tile[i]);
        ofOnes[j] += a[j][i];
      }
    }
    RowSums.add(b, a, columns);
    for (int i = 0; i < tile.length; i++) {
      double y = data.y().get(tile[i]);
      double variance = noise[tile[i]];
      squares += y * y / variance;
      sum += y / variance;
      count += 1 / variance;
      logNoise += StrictMath.log(variance);
      unexplained += left[i] / variance;
    }
  }

  /** The constant of greatest bound: {@code (1ᵀS⁻¹y) / (1ᵀS⁻¹1)}, {@code S = Q + D}. */
  double bestMean() {
    double[] ones = factor.forward(ofOnes);
    return (sum - RowSums.dot(ones, factor.forward(ofObservations)))
        / (count - RowSums.dot(ones, ones));
  }

  /** {@code log N(y | mean, Q + D) − ½ Σ (k_ii − q_ii)/d_i}. */
  double bound(double mean) {
    double[] whitened = factor.forward(residuals(mean));
    double fit = squares - 2 * mean * sum + mean * mean * count - RowSums.dot(whitened, whitened);
    return -0.5 * (n * LOG_TWO_PI + factor.logDeterminant() + logNoise + fit + unexplained);
  }

  /** {@code A D⁻¹ (y − mean)}. */
  private double[] residuals(double mean) {
    double[] left = ofObservations.clone();
    RowSums.addRow(left, -mean, ofOnes);
    return left;
  }

  /** {@code B⁻¹ A D⁻¹ (y − mean)}: the posterior mean of {@code L⁻¹u}. */
  double[] whitenedMean(double mean) {
    return factor.solve(residuals(mean));
  }

  /**
   * {@code Σ (k_ii − q_ii)/d_i}: variance that the inducing points leave, in units of the noise.
   */
  double unexplained() {
    return unexplained;
  }

  /** The factor of {@code K_uu + jitter I}. */
  Cholesky uu() {
    return uu;
  }

  /** The lower triangle of B. */
  double[][] b() {
    return b;
  }

  /** The factor of B. */
  Cholesky factor() {
    return factor;
  }
}
