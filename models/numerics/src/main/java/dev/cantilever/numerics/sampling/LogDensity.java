package dev.cantilever.numerics.sampling;

/**
 * The logarithm of a density over unconstrained vectors of length d, up to a constant. It must be a
 * function: the same vector, the same bits.
 */
@FunctionalInterface
public interface LogDensity {

  /**
   * Value and gradient at {@code theta}, which the callee may neither keep nor change. A value of
   * −∞ says that the place is impossible; so does a value that is not a number.
   */
  Evaluation at(double[] theta);

  /**
   * The value alone, the same number as {@code at(theta).value()}; worth overriding where the
   * gradient is the larger part of the work.
   */
  default double value(double[] theta) {
    return at(theta).value();
  }

  /**
   * What the log density is at one place.
   *
   * @param gradient of length d; ignored where the value is −∞ and along coordinates that are moved
   *     by slices
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once
  record Evaluation(double value, double[] gradient) {

    /** An impossible place. */
    public static Evaluation impossible(int dimension) {
      return new Evaluation(Double.NEGATIVE_INFINITY, new double[dimension]);
    }
  }
}
