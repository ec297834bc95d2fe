package dev.cantilever.numerics.sampling;

/** A log density made safe to walk on: counted, and −∞ wherever something is not a number. */
final class Target {

  private static final double[] NONE = {};

  private final LogDensity density;
  private int gradients;

  Target(LogDensity density) {
    this.density = density;
  }

  /** A place that was evaluated. Its arrays are never changed. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this package
  record Place(double[] theta, double value, double[] gradient) {

    static Place withoutGradient(double[] theta, double value) {
      return new Place(theta, value, NONE);
    }

    boolean isPossible() {
      return value > Double.NEGATIVE_INFINITY;
    }
  }

  Place at(double[] theta) {
    if (!isFinite(theta)) {
      return new Place(theta, Double.NEGATIVE_INFINITY, new double[theta.length]);
    }
    gradients++;
    LogDensity.Evaluation here = density.at(theta);
    if (here.gradient().length != theta.length) {
      throw new IllegalArgumentException(
          "the gradient of the log density has %d entries for %d coordinates; give one for each"
              .formatted(here.gradient().length, theta.length));
    }
    return new Place(theta, possible(here.value()), here.gradient());
  }

  double value(double[] theta) {
    return isFinite(theta) ? possible(density.value(theta)) : Double.NEGATIVE_INFINITY;
  }

  /** How often the gradient was asked for. */
  int gradients() {
    return gradients;
  }

  /** A density that is infinite is as little a number as NaN: no chain could ever leave it. */
  private static double possible(double value) {
    return Double.isFinite(value) ? value : Double.NEGATIVE_INFINITY;
  }

  private static boolean isFinite(double[] theta) {
    for (double coordinate : theta) {
      if (!Double.isFinite(coordinate)) {
        return false;
      }
    }
    return true;
  }
}
