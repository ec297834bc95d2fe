package dev.cantilever.numerics.surrogate;

/**
 * Observations as the surrogate sees them: mean 0, standard deviation 1.
 *
 * @param mean of the observations
 * @param deviation their standard deviation with divisor n − 1; 1 where the observations are equal
 *     but for rounding, that is where it is below 1e-12 of the largest of them
 */
public record Standardisation(double mean, double deviation) {

  private static final double FLAT = 1e-12;

  /** Of these observations; at least one, each within ±1e300. Metres and femtometres do equally. */
  public static Standardisation of(double[] y) {
    double mean = 0;
    double largest = 0;
    for (double value : y) {
      mean += value / y.length;
      largest = Math.max(largest, Math.abs(value));
    }
    double unit = safeUnit(largest);
    double squares = 0;
    for (double value : y) {
      double centred = (value - mean) / unit;
      squares += centred * centred;
    }
    double deviation = y.length < 2 ? 0 : Math.sqrt(squares / (y.length - 1)) * unit;
    boolean isFlat = deviation <= FLAT * largest;
    return new Standardisation(mean, isFlat ? 1 : deviation);
  }

  /** A power of two in which squares neither overflow nor vanish; 1 for ordinary numbers. */
  private static double safeUnit(double largest) {
    boolean isExtreme = largest > 1e140 || (largest > 0 && largest < 1e-140);
    return isExtreme ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
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
