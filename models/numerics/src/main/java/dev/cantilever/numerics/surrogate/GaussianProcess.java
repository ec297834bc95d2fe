package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A Gaussian process given observations: {@code y ~ N(m(X), K + diag(v))} (Rasmussen and Williams
 * 2006, algorithm 2.1). Exact; for up to about 2,000 observations.
 */
public final class GaussianProcess implements Posterior {

  private static final double LOG_TWO_PI = 1.8378770664093453;

  /** Points predicted together, so that their work stays in the processor's cache. */
  private static final int BLOCK = 512;

  /** More numbers than this are computed anew rather than kept: 200 MB. */
  private static final long MOST_KEPT = 25_000_000;

  private final Kernel kernel;
  private final PriorMean mean;
  private final Points x;
  private final double[][] own;
  private final double[] residuals;
  private final double[] noiseVariance;
  private final Cholesky factor;
  private final double[] alpha;

  private GaussianProcess(
      Kernel kernel,
      PriorMean mean,
      Points x,
      double[][] own,
      double[] residuals,
      double[] noiseVariance,
      Cholesky factor) {
    this.kernel = kernel;
    this.mean = mean;
    this.x = x;
    this.own = own;
    this.residuals = residuals;
    this.noiseVariance = noiseVariance;
    this.factor = factor;
    this.alpha = factor.solve(residuals);
  }

  /** The process with a constant prior mean; see the other one. */
  public static GaussianProcess given(
      Kernel kernel, double mean, Points x, double[] y, double[] noiseVariance) {
    return given(kernel, new PriorMean.Constant(mean), x, y, noiseVariance);
  }

  /**
   * The process given observations.
   *
   * @param x n inputs, scaled
   * @param y n observations, standardised
   * @param noiseVariance n variances of their noise, at least 0
   * @throws NotPositiveDefinite naming the two closest inputs, where the covariance cannot be
   *     factored
   */
  public static GaussianProcess given(
      Kernel kernel, PriorMean mean, Points x, double[] y, double[] noiseVariance) {
    int n = x.size();
    if (y.length != n || noiseVariance.length != n) {
      throw new IllegalArgumentException(
          "%d inputs against %d observations and %d noise variances"
              .formatted(n, y.length, noiseVariance.length));
    }
    double[] expected = mean.at(x);
    double[] residuals = new double[n];
    for (int i = 0; i < n; i++) {
      residuals[i] = y[i] - expected[i];
    }
    double[][] own = kernel.lower(x);
    Cholesky factor = factor(own, x, noiseVariance);
    return new GaussianProcess(kernel, mean, x, own, residuals, noiseVariance.clone(), factor);
  }

  private static Cholesky factor(double[][] own, Points x, double[] noiseVariance) {
    double[][] lower = new double[own.length][];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = own[i].clone();
      lower[i][i] += noiseVariance[i];
    }
    try {
      return Cholesky.factor(lower);
    } catch (NotPositiveDefinite failure) {
      throw new NotPositiveDefinite(failure.getMessage() + x.closestPair());
    }
  }

  public Kernel kernel() {
    return kernel;
  }

  public PriorMean mean() {
    return mean;
  }

  public int size() {
    return x.size();
  }

  public Points inputs() {
    return x;
  }

  /** What had to be added to the diagonal of the covariance; 0 as a rule. */
  public double jitter() {
    return factor.jitter();
  }

  /** {@code A⁻¹ (y − m)}. */
  public double[] alpha() {
    return alpha.clone();
  }

  /** {@code y − m}. */
  double[] residuals() {
    return residuals.clone();
  }

  /** Of every observation. */
  public double[] noiseVariance() {
    return noiseVariance.clone();
  }

  /** {@code A⁻¹ b}. */
  public double[] solve(double[] b) {
    return factor.solve(b);
  }

  /** The constant of greatest likelihood to add to the mean: {@code (1ᵀA⁻¹r) / (1ᵀA⁻¹1)}. */
  double bestShift() {
    double[] ones = new double[size()];
    Arrays.fill(ones, 1);
    double[] weights = factor.solve(ones);
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weighted += weights[i] * residuals[i];
      total += weights[i];
    }
    return weighted / total;
  }

  /** The same with a constant prior mean; the covariance is not factored again. */
  GaussianProcess withMean(double constant) {
    double[] y = observations();
    for (int i = 0; i < y.length; i++) {
      y[i] -= constant;
    }
    PriorMean moved = new PriorMean.Constant(constant);
    return new GaussianProcess(kernel, moved, x, own, y, noiseVariance, factor);
  }

  private double[] observations() {
    double[] y = mean.at(x);
    for (int i = 0; i < y.length; i++) {
      y[i] += residuals[i];
    }
    return y;
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
  public LikelihoodGradient likelihoodGradient() {
    return LikelihoodGradient.of(kernel, x, own, alpha, factor.inverseRows(), noiseVariance);
  }

  /** What it says of each observation when that one is left out. */
  public LeaveOneOut leaveOneOut() {
    return LeaveOneOut.of(observations(), alpha, factor.inverseRows());
  }

  @Override
  public PoolPosterior over(Points pool) {
    if ((long) x.size() * pool.size() > MOST_KEPT) {
      return WidePool.of(this, pool);
    }
    double[][] v = kernel.covariance(x, pool);
    double[] mu = means(pool, v);
    factor.forward(v);
    return ExactPool.of(kernel, pool, mu, v);
  }

  private double[] means(Points at, double[][] k) {
    double[] mu = mean.at(at);
    for (int i = 0; i < k.length; i++) {
      double weight = alpha[i];
      double[] row = k[i];
      for (int c = 0; c < mu.length; c++) {
        mu[c] += row[c] * weight;
      }
    }
    return mu;
  }

  @Override
  public Moments at(Points points) {
    double[] mu = new double[points.size()];
    double[] variance = new double[points.size()];
    // No block knows of another: the bits are the same on any number of threads.
    IntStream.range(0, (mu.length + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> at(points, block * BLOCK, mu, variance));
    return Moments.of(mu, variance);
  }

  private void at(Points points, int from, double[] mu, double[] variance) {
    int to = Math.min(mu.length, from + BLOCK);
    Points some = points.select(IntStream.range(from, to).toArray());
    double[][] v = kernel.covariance(x, some);
    System.arraycopy(means(some, v), 0, mu, from, to - from);
    factor.forward(v);
    double[] left = kernel.variances(some);
    for (double[] row : v) {
      ExactPool.subtractSquares(left, row);
    }
    System.arraycopy(left, 0, variance, from, to - from);
  }

  @Override
  public MomentSlopes slopes(Points one) {
    double[] k = kernel.covariance(one, x)[0];
    double[] weights = factor.solve(k);
    double[][] slopes = kernel.inputSlopes(one, x);
    double mu = mean.at(one)[0];
    double variance = kernel.variances(one)[0];
    for (int i = 0; i < k.length; i++) {
      mu += k[i] * alpha[i];
      variance -= k[i] * weights[i];
    }
    double[] meanSlopes = mean.slopes(one);
    double[] varianceSlopes = kernel.varianceSlopes(one);
    for (int c = 0; c < meanSlopes.length; c++) {
      double byMean = 0;
      double byVariance = 0;
      for (int i = 0; i < k.length; i++) {
        byMean += slopes[c][i] * alpha[i];
        byVariance += slopes[c][i] * weights[i];
      }
      meanSlopes[c] += byMean;
      varianceSlopes[c] -= 2 * byVariance;
    }
    return new MomentSlopes(mu, variance, Series.of(meanSlopes), Series.of(varianceSlopes));
  }

  @Override
  public double[][] covariance(Points points) {
    double[][] v = kernel.covariance(x, points);
    factor.forward(v);
    double[][] covariance = kernel.covariance(points, points);
    for (double[] row : v) {
      for (int a = 0; a < row.length; a++) {
        double left = row[a];
        double[] into = covariance[a];
        for (int b = 0; b < row.length; b++) {
          into[b] -= left * row[b];
        }
      }
    }
    return covariance;
  }

  /** Posterior covariance of one point with many, without keeping anything for them. */
  double[] covarianceBetween(Points one, Points many) {
    double[] weights = factor.solve(kernel.covariance(one, x)[0]);
    double[] covariance = kernel.covariance(one, many)[0];
    double[] row = new double[covariance.length];
    var rows = kernel.rows(x, many);
    for (int i = 0; i < weights.length; i++) {
      rows.row(i, row.length, row);
      for (int c = 0; c < row.length; c++) {
        covariance[c] -= weights[i] * row[c];
      }
    }
    return covariance;
  }

  @Override
  public GaussianProcess plus(Points one, double y, double noiseVariance) {
    double[] column = kernel.covariance(one, x)[0];
    double variance = kernel.variances(one)[0];
    double[] longer = Arrays.copyOf(residuals, size() + 1);
    longer[size()] = y - mean.at(one)[0];
    double[][] covariances = Arrays.copyOf(own, size() + 1);
    covariances[size()] = Arrays.copyOf(column, size() + 1);
    covariances[size()][size()] = variance;
    Cholesky larger = factor.extend(column, variance + noiseVariance);
    double[] noises = Arrays.copyOf(this.noiseVariance, size() + 1);
    noises[size()] = noiseVariance;
    return new GaussianProcess(kernel, mean, x.plus(one), covariances, longer, noises, larger);
  }

  /** Pathwise where the kernel is stationary, otherwise exact and slower. */
  @Override
  public FunctionDraw draw(RandomStream stream) {
    return kernel instanceof Stationary stationary
        ? PathwiseDraw.of(this, stationary, stream)
        : new ExactDraw(this, stream);
  }
}
