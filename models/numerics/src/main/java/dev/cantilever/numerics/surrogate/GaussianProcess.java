package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import java.util.Arrays;

/**
 * A Gaussian process with constant mean, given observations: {@code y ~ N(m, K + diag(v))}
 * (Rasmussen and Williams 2006, algorithm 2.1). Exact; for up to about 2,000 observations.
 */
public final class GaussianProcess {

  private static final double LOG_TWO_PI = 1.8378770664093453;

  private final Kernel kernel;
  private final double mean;
  private final Points x;
  private final double[] residuals;
  private final Cholesky factor;
  private final double[] alpha;

  private GaussianProcess(
      Kernel kernel, double mean, Points x, double[] residuals, Cholesky factor) {
    this.kernel = kernel;
    this.mean = mean;
    this.x = x;
    this.residuals = residuals;
    this.factor = factor;
    this.alpha = factor.solve(residuals);
  }

  /**
   * The process given observations.
   *
   * @param mean prior mean
   * @param x n inputs, scaled
   * @param y n observations, standardised
   * @param noiseVariance n variances of their noise, at least 0
   * @throws NotPositiveDefinite naming the two closest inputs, where the covariance cannot be
   *     factored
   */
  public static GaussianProcess given(
      Kernel kernel, double mean, Points x, double[] y, double[] noiseVariance) {
    int n = x.size();
    if (y.length != n || noiseVariance.length != n) {
      throw new IllegalArgumentException(
          "%d inputs against %d observations and %d noise variances"
              .formatted(n, y.length, noiseVariance.length));
    }
    double[] residuals = new double[n];
    for (int i = 0; i < n; i++) {
      residuals[i] = y[i] - mean;
    }
    return new GaussianProcess(kernel, mean, x, residuals, factor(kernel, x, noiseVariance));
  }

  private static Cholesky factor(Kernel kernel, Points x, double[] noiseVariance) {
    int n = x.size();
    double[] matrix = new double[n * n];
    double[] inverse = kernel.inverseLengthscales();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double r2 = Kernel.squaredDistance(x, i, x, j, inverse);
        double value = kernel.outputScale() * kernel.family().value(r2);
        matrix[i * n + j] = value;
        matrix[j * n + i] = value;
      }
      matrix[i * n + i] += noiseVariance[i];
    }
    try {
      return Cholesky.factor(matrix, n);
    } catch (NotPositiveDefinite failure) {
      throw new NotPositiveDefinite(failure.getMessage() + closestPair(x));
    }
  }

  private static String closestPair(Points x) {
    int first = 0;
    int second = 0;
    double closest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (x.distance(i, j) < closest) {
          closest = x.distance(i, j);
          first = j;
          second = i;
        }
      }
    }
    return "; the closest inputs are %d and %d, %s apart".formatted(first, second, closest);
  }

  public Kernel kernel() {
    return kernel;
  }

  public int size() {
    return x.size();
  }

  /** What had to be added to the diagonal of the covariance; 0 as a rule. */
  public double jitter() {
    return factor.jitter();
  }

  /** {@code A⁻¹ (y − m)}. */
  public double[] alpha() {
    return alpha.clone();
  }

  /** The constant mean of greatest likelihood: {@code (1ᵀA⁻¹y) / (1ᵀA⁻¹1)}. */
  double bestConstantMean() {
    double[] ones = new double[size()];
    Arrays.fill(ones, 1);
    double[] weights = factor.solve(ones);
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weighted += weights[i] * (residuals[i] + mean);
      total += weights[i];
    }
    return weighted / total;
  }

  /** The same with another prior mean; the covariance is not factored again. */
  GaussianProcess withMean(double other) {
    double[] shifted = new double[size()];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = residuals[i] + mean - other;
    }
    return new GaussianProcess(kernel, other, x, shifted, factor);
  }

  /** {@code log p(y) = −½ rᵀα − ½ log det A − (n/2) log 2π}. */
  public double logMarginalLikelihood() {
    double fit = 0;
    for (int i = 0; i < residuals.length; i++) {
      fit += residuals[i] * alpha[i];
    }
    return -0.5 * fit - 0.5 * factor.logDeterminant() - 0.5 * residuals.length * LOG_TWO_PI;
  }

  /** Its derivatives, from one explicit inverse. */
  public LikelihoodGradient likelihoodGradient(double[] noiseVariance) {
    return LikelihoodGradient.of(kernel, x, alpha, factor.inverse(), noiseVariance);
  }

  /** What it says of each observation when that one is left out. */
  public LeaveOneOut leaveOneOut() {
    double[] y = residuals.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] += mean;
    }
    return LeaveOneOut.of(y, alpha, factor.inverse());
  }

  /** Noise-free mean and variance at each of {@code at}, with the work kept for fantasies. */
  public PoolPosterior over(Points at) {
    double[][] v = kernel.covariance(x, at);
    double[] mu = new double[at.size()];
    Arrays.fill(mu, mean);
    for (int i = 0; i < x.size(); i++) {
      for (int c = 0; c < mu.length; c++) {
        mu[c] += v[i][c] * alpha[i];
      }
    }
    factor.forward(v);
    return PoolPosterior.of(kernel, at, mu, v);
  }

  /** Noise-free covariance between all of {@code at}: {@code K** − VᵀV}. */
  public double[][] covariance(Points at) {
    double[][] v = kernel.covariance(x, at);
    factor.forward(v);
    double[][] covariance = kernel.covariance(at, at);
    for (double[] row : v) {
      for (int a = 0; a < row.length; a++) {
        for (int b = 0; b < row.length; b++) {
          covariance[a][b] -= row[a] * row[b];
        }
      }
    }
    return covariance;
  }

  /** The process given one more observation, with the same hyper-parameters, in O(n²). */
  public GaussianProcess plus(Points one, double y, double noiseVariance) {
    double[] column = new double[size()];
    double[][] k = kernel.covariance(x, one);
    for (int i = 0; i < column.length; i++) {
      column[i] = k[i][0];
    }
    double[] longer = Arrays.copyOf(residuals, size() + 1);
    longer[size()] = y - mean;
    Cholesky larger = factor.extend(column, kernel.outputScale() + noiseVariance);
    return new GaussianProcess(kernel, mean, x.plus(one), longer, larger);
  }
}
