package dev.cantilever.numerics.kernel;

/** What a parameter of a kernel does. */
public enum Role {
  /** Prior variance. */
  OUTPUT_SCALE(true),
  /** Distance over which the function forgets. */
  LENGTHSCALE(true),
  /** Distance after which a periodic kernel repeats. */
  PERIOD(true),
  /** Mixture of lengthscales of a rational quadratic. */
  SHAPE(true),
  /** Constant inside a polynomial. */
  OFFSET(true),
  /** Variance of the weights of an infinite network. */
  WEIGHT_VARIANCE(true),
  /** Variance of the biases of an infinite network. */
  BIAS_VARIANCE(true),
  /** How a task hangs on a latent function; of either sign. */
  TASK_WEIGHT(false),
  /** What a task has for itself. */
  TASK_VARIANCE(true),
  /** How the high fidelity follows the low one; of either sign. */
  FIDELITY_RATIO(false);

  private final boolean positive;

  Role(boolean positive) {
    this.positive = positive;
  }

  /** Whether it is above 0 and fitted through its logarithm. */
  public boolean isPositive() {
    return positive;
  }

  /** The value at a coordinate. */
  public double value(double coordinate) {
    return positive ? StrictMath.exp(coordinate) : coordinate;
  }
}
