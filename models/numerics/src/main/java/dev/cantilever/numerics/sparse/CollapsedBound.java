package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.surrogate.Observations;

/**
 * The collapsed variational bound {@code log N(y | m, Q + D) − ½ Σ_i (k_ii − q_ii)/d_i}, {@code Q =
 * K_fu K_uu⁻¹ K_uf} (Titsias, AISTATS 2009, equation 9, with noise D that may differ between
 * observations). It never exceeds the log marginal likelihood and equals it where the inducing
 * points determine the function at every observation, as they do at {@code U = X}.
 */
public final class CollapsedBound {

  private final Kernel kernel;
  private final double mean;
  private final Observations data;
  private final InducingPoints inducing;
  private final Projection projection;

  private CollapsedBound(
      Kernel kernel,
      double mean,
      Observations data,
      InducingPoints inducing,
      Projection projection) {
    this.kernel = kernel;
    this.mean = mean;
    this.data = data;
    this.inducing = inducing;
    this.projection = projection;
  }

  /**
   * The bound at known hyper-parameters, in O(n m²).
   *
   * @param mean constant prior mean
   * @param data n observations with the noise variance of each, at least 1e-10
   * @param inducing m points of the same dimension
   * @throws IllegalArgumentException where a noise variance is missing or too small, or dimensions
   *     differ
   * @throws dev.cantilever.numerics.linalg.NotPositiveDefinite where a covariance cannot be
   *     factored
   */
  public static CollapsedBound of(
      Kernel kernel, double mean, Observations data, InducingPoints inducing) {
    requireDimension(data, inducing);
    Projection projection = Projection.of(kernel, data, inducing);
    return new CollapsedBound(kernel, mean, data, inducing, projection);
  }

  /** The same with the constant mean of greatest bound. */
  static CollapsedBound profiled(Kernel kernel, Observations data, InducingPoints inducing) {
    requireDimension(data, inducing);
    Projection projection = Projection.of(kernel, data, inducing);
    return new CollapsedBound(kernel, projection.bestMean(), data, inducing, projection);
  }

  private static void requireDimension(Observations data, InducingPoints inducing) {
    if (data.x().dimension() != inducing.points().dimension()) {
      throw new IllegalArgumentException(
          "inducing points of %d coordinates for observations at points of %d; they must be equal"
              .formatted(inducing.points().dimension(), data.x().dimension()));
    }
  }

  public double value() {
    return projection.bound(mean);
  }

  public double mean() {
    return mean;
  }

  /** The best belief of the function that the inducing points can carry. */
  public SparsePosterior posterior() {
    return SparsePosterior.of(InducedProcess.of(this));
  }

  /** What had to be added to the diagonal of K_uu beyond its own jitter; 0 as a rule. */
  public double jitter() {
    return projection.uu().jitter();
  }

  /**
   * Prior variance at the observations that the inducing points leave unexplained, in units of the
   * noise, on average: far below 1 where there are enough of them.
   */
  public double unexplained() {
    return projection.unexplained() / data.size();
  }

  /** Its derivatives; the mean is left as it is. */
  BoundGradient gradient(boolean ofPositions) {
    return BoundGradient.of(this, InducedProcess.of(this).weights(), ofPositions);
  }

  Kernel kernel() {
    return kernel;
  }

  Observations data() {
    return data;
  }

  InducingPoints inducing() {
    return inducing;
  }

  Projection projection() {
    return projection;
  }
}
