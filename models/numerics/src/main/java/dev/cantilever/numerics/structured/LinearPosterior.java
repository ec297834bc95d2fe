package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.FunctionDraw;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.MomentSlopes;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;

/**
 * Belief of function and coefficients of a {@link LinearStructured} process. With {@code b ~ N(b₀,
 * B₀)} and {@code A = K + V}, the coefficients have covariance {@code C = (B₀⁻¹ + HᵀA⁻¹H)⁻¹} and
 * mean {@code β = b₀ + C HᵀA⁻¹(y − o − H b₀)}; the function is the process with mean {@code o +
 * Hβ}, its covariance increased by {@code R C Rᵀ}, {@code R = H_* − K_*ᵀA⁻¹H} (Rasmussen and
 * Williams 2006, equations 2.40 to 2.42).
 *
 * <p>Coefficients are computed in units of their prior deviations, in which {@code C⁻¹ = I +
 * HᵀA⁻¹H} is well conditioned whatever their physical units are.
 */
public final class LinearPosterior implements Posterior {

  private final LinearStructured model;
  private final GaussianProcess process;
  private final double[] y;
  private final double[] whitened;
  private final Cholesky precision;

  /** {@code A⁻¹ h_k}, p × n. */
  private final double[][] solved;

  private LinearPosterior(
      LinearStructured model,
      GaussianProcess process,
      double[] y,
      double[] whitened,
      Cholesky precision,
      double[][] solved) {
    this.model = model;
    this.process = process;
    this.y = y;
    this.whitened = whitened;
    this.precision = precision;
    this.solved = solved;
  }

  static LinearPosterior of(LinearStructured model, Points x, double[] y, double[] noiseVariance) {
    int p = model.mean().parameters().size();
    double[][] basis = model.basis(x);
    GaussianProcess before =
        GaussianProcess.given(model.kernel(), model.at(new double[p]), x, y, noiseVariance);
    double[][] solved = new double[p][];
    double[] matrix = new double[p * p];
    for (int a = 0; a < p; a++) {
      solved[a] = before.solve(column(basis, a));
      for (int b = 0; b <= a; b++) {
        matrix[a * p + b] = dot(column(basis, b), solved[a]);
        matrix[b * p + a] = matrix[a * p + b];
      }
      matrix[a * p + a] += 1;
    }
    Cholesky precision = Cholesky.factor(matrix, p);
    double[] alpha = before.alpha();
    double[] right = new double[p];
    Arrays.setAll(right, k -> dot(column(basis, k), alpha));
    double[] whitened = precision.solve(right);
    GaussianProcess process =
        GaussianProcess.given(model.kernel(), model.at(whitened), x, y, noiseVariance);
    return new LinearPosterior(model, process, y.clone(), whitened, precision, solved);
  }

  /** Posterior means of the coefficients, physical, in the order of the formula's parameters. */
  public Series coefficients() {
    return model.coefficients(whitened);
  }

  /** Posterior covariance of the coefficients, physical, p × p. */
  public double[][] coefficientCovariance() {
    int p = whitened.length;
    double[] inverse = precision.inverse();
    double[][] covariance = new double[p][p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        covariance[a][b] =
            model.prior(a).deviation() * inverse[a * p + b] * model.prior(b).deviation();
      }
    }
    return covariance;
  }

  /**
   * {@code log N(y | o + H b₀, A + H B₀ Hᵀ)} of the physical observations: the likelihood at β,
   * less the prior's surprise at β and half the logarithm of how much the data narrowed the
   * coefficients.
   */
  public Evidence evidence() {
    double log =
        process.logMarginalLikelihood()
            - 0.5 * dot(whitened, whitened)
            - 0.5 * precision.logDeterminant();
    return new Evidence(log, 0).inUnit(model.units().observations().deviation(), process.size());
  }

  @Override
  public Moments at(Points points) {
    Moments own = process.at(points);
    double[] variance = own.variance().toArray();
    double[][] r = unexplained(points);
    for (int i = 0; i < variance.length; i++) {
      variance[i] += dot(r[i], precision.solve(r[i]));
    }
    return new Moments(own.mean(), Series.of(variance));
  }

  @Override
  public MomentSlopes slopes(Points one) {
    MomentSlopes own = process.slopes(one);
    double[] r = unexplained(one)[0];
    double[] weights = precision.solve(r);
    double[][] basisSlopes = model.basisSlopes(one);
    double[][] kernelSlopes = model.kernel().inputSlopes(one, process.inputs());
    double[] slopes = own.varianceSlopes().toArray();
    for (int k = 0; k < weights.length; k++) {
      for (int j = 0; j < slopes.length; j++) {
        double change = basisSlopes[k][j] - dot(kernelSlopes[j], solved[k]);
        slopes[j] += 2 * weights[k] * change;
      }
    }
    return new MomentSlopes(
        own.mean(), own.variance() + dot(r, weights), own.meanSlopes(), Series.of(slopes));
  }

  @Override
  public double[][] covariance(Points points) {
    double[][] covariance = process.covariance(points);
    double[][] r = unexplained(points);
    for (int a = 0; a < r.length; a++) {
      double[] weights = precision.solve(r[a]);
      for (int b = 0; b < r.length; b++) {
        covariance[a][b] += dot(r[b], weights);
      }
    }
    return covariance;
  }

  @Override
  public PoolPosterior over(Points pool) {
    return LinearPool.of(process.over(pool), at(pool), unexplained(pool), precision);
  }

  @Override
  public LinearPosterior plus(Points one, double value, double noiseVariance) {
    double[] values = Arrays.copyOf(y, y.length + 1);
    double[] noise = Arrays.copyOf(process.noiseVariance(), y.length + 1);
    values[y.length] = value;
    noise[y.length] = noiseVariance;
    return of(model, process.inputs().plus(one), values, noise);
  }

  /** Coefficients first, then the function given these. */
  @Override
  public FunctionDraw draw(RandomStream stream) {
    double[] normals = new double[whitened.length];
    for (int k = 0; k < normals.length; k++) {
      normals[k] = stream.nextNormal();
    }
    double[] drawn = precision.solve(precision.times(normals)); // covariance C L LᵀC = C
    for (int k = 0; k < drawn.length; k++) {
      drawn[k] += whitened[k];
    }
    return GaussianProcess.given(
            model.kernel(), model.at(drawn), process.inputs(), y, process.noiseVariance())
        .draw(stream);
  }

  /** R: what the basis says at m points beyond what it said at the observations, m × p. */
  private double[][] unexplained(Points points) {
    double[][] r = model.basis(points);
    double[][] k = model.kernel().covariance(points, process.inputs());
    for (int i = 0; i < r.length; i++) {
      for (int c = 0; c < r[i].length; c++) {
        r[i][c] -= dot(k[i], solved[c]);
      }
    }
    return r;
  }

  private static double[] column(double[][] rows, int k) {
    return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
