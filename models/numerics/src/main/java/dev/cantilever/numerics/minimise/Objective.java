package dev.cantilever.numerics.minimise;

/** A function to minimise. */
@FunctionalInterface
public interface Objective {

  /** Value and gradient at {@code x}; an infinite value says that {@code x} is impossible. */
  Evaluation at(double[] x);

  /** What the function is at one place. */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once
  record Evaluation(double value, double[] gradient) {

    /** An impossible place. */
    public static Evaluation impossible(int dimension) {
      return new Evaluation(Double.POSITIVE_INFINITY, new double[dimension]);
    }
  }
}
