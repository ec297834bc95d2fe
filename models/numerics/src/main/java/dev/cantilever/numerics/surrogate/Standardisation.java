package dev.cantilever.numerics.surrogate;

/**
 * Observations as the surrogate sees them: mean 0, standard deviation 1.
 *
 * @param mean of the observations
 * @param deviation their standard deviation with divisor n − 1; 1 where it is below 1e-12
 */
public record Standardisation(double mean, double deviation) {

  private static final double FLAT = 1e-12;

  /** Of these observations; at least one. */
  public static Standardisation of(double[] y) {
    double mean = 0;
    for (double value : y) {
      mean += value / y.length;
    }
    double squares = 0;
    for (double value : y) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = y.length < 2 ? 1 : Math.sqrt(squares / (y.length - 1));
    return new Standardisation(mean, deviation < FLAT ? 1 : deviation);
  }

  public double[] apply(double[] y) {
    double[] scaled = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      scaled[i] = (y[i] - mean) / deviation;
    }
    return scaled;
  }

  /** A predicted mean in the unit of the observations. */
  public double mean(double scaled) {
    return mean + deviation * scaled;
  }

  /** A predicted standard deviation in the unit of the observations. */
  public double deviation(double scaled) {
    return deviation * scaled;
  }
}
