package dev.cantilever.numerics.structured;

/**
 * How probable a model makes the observations, {@code log p(y | model)}, in nats; comparable
 * between models of the same observations in the same unit.
 *
 * @param log the estimate
 * @param standardError of the estimate, from having finitely many draws; 0 for a closed form,
 *     {@link #UNKNOWN} where no draw of the estimator was possible
 */
public record Evidence(double log, double standardError) {

  /** An error as good as infinite, which can be written down. */
  public static final double UNKNOWN = Double.MAX_VALUE;

  /** The same for observations in another unit: {@code log p(c·y) = log p(y) − n log c}. */
  Evidence inUnit(double c, int n) {
    return new Evidence(log - n * StrictMath.log(c), standardError);
  }
}
