package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.FunctionDraw;
import dev.cantilever.numerics.surrogate.MomentSlopes;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The posterior of a {@link CollapsedBound}: mean {@code m + k_uᵀβ}, covariance {@code k − k_uᵀ
 * (K_uu⁻¹ − Λ⁻¹) k_u'} (Titsias 2009, equation 6). It forgets the observations: a prediction costs
 * O(m²) however many there were.
 *
 * <p>One more observation conditions this process exactly, the part that the inducing points leave
 * unexplained included. At an inducing point that is what a new bound with n + 1 observations says;
 * elsewhere it is more: a new bound with the same inducing points would leave the variance at the
 * place just observed where it was, and a batch would choose it again.
 */
public final class SparsePosterior implements Posterior {

  /** Points predicted together, so that their work stays in the processor's cache. */
  private static final int BLOCK = 512;

  /** More numbers than this are computed anew rather than kept: 200 MB. */
  private static final long MOST_KEPT = 25_000_000;

  private final InducedProcess process;
  private final Added added;
  private final double[] meanWeights;

  private SparsePosterior(InducedProcess process, Added added) {
    this.process = process;
    this.added = added;
    this.meanWeights = added.weights(process.whitenedMean(), added.gamma());
  }

  static SparsePosterior of(InducedProcess process) {
    return new SparsePosterior(process, Added.none(process));
  }

  public Kernel kernel() {
    return process.kernel();
  }

  /** The constant prior mean. */
  public double mean() {
    return process.mean();
  }

  /** The inducing points, m × d. */
  public Points inducing() {
    return process.u();
  }

  @Override
  public Moments at(Points points) {
    Blocks blocks = blocks(points);
    return new Moments(Series.of(blocks.mean), Series.of(blocks.variance));
  }

  /** Moments at N points, and the t × N rows that the added observations take from covariances. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Blocks(double[] mean, double[] variance, double[][] taken) {}

  private Blocks blocks(Points points) {
    int n = points.size();
    Blocks all = new Blocks(new double[n], new double[n], new double[added.at().size()][n]);
    for (int from = 0; from < n; from += BLOCK) {
      int size = Math.min(n - from, BLOCK);
      Features some = process.features(points.select(IntStream.range(from, from + size).toArray()));
      double[] means = process.means(some);
      double[] variances = some.variances();
      double[][] rows = added.condition(some, means, variances);
      System.arraycopy(means, 0, all.mean, from, size);
      System.arraycopy(variances, 0, all.variance, from, size);
      for (int e = 0; e < rows.length; e++) {
        System.arraycopy(rows[e], 0, all.taken[e], from, size);
      }
    }
    return all;
  }

  @Override
  public MomentSlopes slopes(Points one) {
    Features here = process.features(one);
    double[] covariances = InducedProcess.column(added.covariance(here), 0);
    double[] solved = added.solve(covariances);
    double[] own = InducedProcess.column(here.a(), 0);
    RowSums.addRow(own, -1, added.combination(solved));
    double[] varianceWeights = process.backward(process.told(own));
    double[][] slopes = kernel().inputSlopes(one, inducing());
    double[][] further = added.inputSlopes(one);
    double[] ofMean = new double[slopes.length];
    double[] ofVariance = kernel().varianceSlopes(one);
    for (int k = 0; k < slopes.length; k++) {
      ofMean[k] = RowSums.dot(meanWeights, slopes[k]) + RowSums.dot(added.gamma(), further[k]);
      ofVariance[k] -= 2 * RowSums.dot(varianceWeights, slopes[k]);
      ofVariance[k] -= 2 * RowSums.dot(solved, further[k]);
    }
    double mean = process.means(here)[0] + RowSums.dot(added.gamma(), covariances);
    double variance = here.variances()[0] - RowSums.dot(solved, covariances);
    return new MomentSlopes(mean, variance, Series.of(ofMean), Series.of(ofVariance));
  }

  @Override
  public double[][] covariance(Points points) {
    Features all = process.features(points);
    double[][] covariance = all.covariance(kernel(), all);
    double[] unused = new double[points.size()];
    double[][] rows = added.condition(all, unused, unused.clone());
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        RowSums.addRow(covariance[i], -row[i], row);
      }
    }
    return covariance;
  }

  @Override
  public PoolPosterior over(Points pool) {
    Blocks blocks = blocks(pool);
    IntFunction<double[]> explained =
        (long) inducing().size() * pool.size() <= MOST_KEPT
            ? process.explainedOver(pool)
            : candidate -> process.explainedBetween(pool.select(candidate), pool);
    return new SparsePool(
        candidate -> unexplained(pool, candidate, explained.apply(candidate)),
        blocks.mean,
        blocks.variance,
        Arrays.asList(blocks.taken));
  }

  private double[] unexplained(Points pool, int candidate, double[] explained) {
    double[] row = kernel().covariance(pool.select(candidate), pool)[0];
    RowSums.addRow(row, -1, explained);
    return row;
  }

  @Override
  public SparsePosterior plus(Points one, double y, double noiseVariance) {
    Noise.requireObservation(y, noiseVariance);
    Added more = added.plus(process.features(one), y, noiseVariance);
    return new SparsePosterior(process, more);
  }

  /** Pathwise where the kernel is stationary, otherwise exact and slower. */
  @Override
  public FunctionDraw draw(RandomStream stream) {
    return kernel() instanceof Stationary stationary
        ? SparseDraw.of(process, added, FunctionDraw.ofPrior(stationary, stream), stream)
        : FunctionDraw.remembered(this, stream);
  }
}
