package dev.cantilever.drivers.ising;

import java.util.Arrays;

/**
 * A correlated series in blocks of ten integrated autocorrelation times, which are nearly
 * independent of each other (Flyvbjerg and Petersen, J. Chem. Phys. 91 (1989) 461,
 * doi:10.1063/1.457480). Where that would give fewer than ten blocks there are ten shorter ones;
 * the series is then {@linkplain #isResolved() not resolved} and its errors come out too small.
 */
final class BlockedSeries {

  private static final double BLOCK_TIMES = 10;
  private static final int FEWEST_BLOCKS = 10;

  private final double centre;
  private final double time;
  private final boolean resolved;

  /** Of each block, the mean of x and of x², x being counted from the centre. */
  private final double[] first;

  private final double[] second;

  /**
   * The first few values are left out where the blocks do not come out even. Counting from the
   * first value keeps a constant series free of rounding, which would look like a memory without
   * end.
   *
   * @param values at least 10 finite numbers
   */
  BlockedSeries(double[] values) {
    if (values.length < FEWEST_BLOCKS) {
      throw new IllegalArgumentException(
          "%d values are too few for an error; measure at least %d"
              .formatted(values.length, FEWEST_BLOCKS));
    }
    double[] shifted = Arrays.stream(values).map(value -> value - values[0]).toArray();
    double shift = mean(shifted);
    centre = values[0] + shift;
    double[] centred = Arrays.stream(shifted).map(value -> value - shift).toArray();
    time = Autocorrelation.integratedTime(centred);
    double wanted = Math.ceil(BLOCK_TIMES * time);
    int longest = values.length / FEWEST_BLOCKS;
    resolved = wanted <= longest;
    int length = (int) Math.min(wanted, longest);
    int blocks = values.length / length;
    first = new double[blocks];
    second = new double[blocks];
    int start = values.length - blocks * length;
    for (int i = start; i < values.length; i++) {
      first[(i - start) / length] += centred[i] / length;
      second[(i - start) / length] += centred[i] * centred[i] / length;
    }
  }

  /** Integrated autocorrelation time in steps, at least ½. */
  double time() {
    return time;
  }

  /** Whether the series is long enough for its own errors: at least 100 autocorrelation times. */
  boolean isResolved() {
    return resolved;
  }

  int blocks() {
    return first.length;
  }

  /** The mean, its error from the spread of the block means. */
  Estimate mean() {
    double mean = mean(first);
    int blocks = first.length;
    return new Estimate(centre + mean, Math.sqrt(squares(first, mean) / blocks / (blocks - 1)));
  }

  /**
   * The variance ⟨x²⟩ − ⟨x⟩², its bias and its error from the jackknife over blocks (Efron 1982,
   * doi:10.1137/1.9781611970319). For equal blocks the bias is exactly the squared error of the
   * mean, which is added.
   */
  Estimate variance() {
    int blocks = first.length;
    double[] without = new double[blocks];
    double mean = mean(first);
    double square = mean(second);
    for (int left = 0; left < blocks; left++) {
      double meanWithout = mean - (first[left] - mean) / (blocks - 1);
      double squareWithout = square - (second[left] - square) / (blocks - 1);
      without[left] = squareWithout - meanWithout * meanWithout;
    }
    double error = Math.sqrt(squares(without, mean(without)) * (blocks - 1) / blocks);
    double bias = squares(first, mean) / blocks / (blocks - 1);
    return new Estimate(square - mean * mean + bias, error);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Σ (x − mean)². */
  private static double squares(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
