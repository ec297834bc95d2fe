package dev.cantilever.numerics.sampling;

import java.util.Arrays;

/**
 * One quantity over all draws.
 *
 * @param deviation standard deviation, with n − 1
 * @param lower 5 % quantile of the draws
 * @param upper 95 % quantile of the draws
 * @param splitRHat the largest number there is where the draws never moved
 */
public record Summary(
    double mean,
    double deviation,
    double lower,
    double median,
    double upper,
    double effectiveSize,
    double splitRHat) {

  /** Standard error of {@code mean} from having finitely many draws. */
  public double standardError() {
    return deviation / Math.sqrt(effectiveSize);
  }

  static Summary of(double[]... chains) {
    double[] all = Arrays.stream(chains).flatMapToDouble(Arrays::stream).toArray();
    double mean = Diagnostics.mean(all);
    double deviation = Math.sqrt(Diagnostics.variance(all, mean));
    Arrays.sort(all);
    return new Summary(
        mean,
        deviation,
        quantile(all, 0.05),
        quantile(all, 0.5),
        quantile(all, 0.95),
        Diagnostics.effectiveSize(chains),
        Math.min(Double.MAX_VALUE, Diagnostics.splitRHat(chains)));
  }

  /** Linear between order statistics. */
  private static double quantile(double[] sorted, double u) {
    double place = u * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
