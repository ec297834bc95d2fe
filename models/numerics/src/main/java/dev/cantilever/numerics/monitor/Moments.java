package dev.cantilever.numerics.monitor;

/** Mean and standard deviation of a whole population, divisor n, in two passes. */
record Moments(double mean, double deviation) {

  /** Of at least one number; summed in the given order. */
  static Moments of(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Moments(mean, Math.sqrt(squares / values.length));
  }

  double rootMeanSquare() {
    return Math.sqrt(mean * mean + deviation * deviation);
  }
}
