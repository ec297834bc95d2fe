package dev.cantilever.numerics.sampling;

import java.util.Arrays;

/**
 * How far chains have converged, and how many independent draws they are worth, for one quantity.
 *
 * <p>Each chain is cut in two halves of n draws (its middle draw is left out where the number is
 * odd), which makes m sequences of mean {@code x̄_k} and variance {@code s_k²}. With {@code W} the
 * mean of the s_k² and {@code B/n} the variance of the x̄_k, {@code V = (n−1)/n W + B/n} estimates
 * the variance of the quantity (Vehtari et al., Bayesian Anal. 16 (2021) 667, equations 1 to 4 and
 * 10 to 12, doi:10.1214/20-BA1221; without their rank normalisation).
 */
public final class Diagnostics {

  private static final int FEWEST = 8;

  private Diagnostics() {}

  /**
   * Split R-hat, {@code √(V / W)}; near 1 where the halves of all chains tell the same. +∞ where no
   * draw differs from the one before: a chain that never moves has not converged.
   *
   * @param chains at least one, equally long, at least 8 draws each
   */
  public static double splitRHat(double[]... chains) {
    Moments moments = Moments.of(halves(chains));
    return moments.within() > 0
        ? Math.sqrt(moments.total() / moments.within())
        : Double.POSITIVE_INFINITY;
  }

  /**
   * Effective number of draws, {@code m n / τ}: with the autocorrelations ρ_t over all halves,
   * {@code τ = −1 + 2 Σ P_k} sums the pairs {@code P_k = ρ_2k + ρ_2k+1} as long as they are
   * positive, each no larger than the one before (initial monotone sequence; Geyer, Stat. Sci. 7
   * (1992) 473, section 3.3, doi:10.1214/ss/1177011137), and ρ of the next even lag where that is
   * positive. At most {@code m n log₁₀(m n)}; 1 where nothing moves.
   *
   * @param chains at least one, equally long, at least 8 draws each
   */
  public static double effectiveSize(double[]... chains) {
    double[][] halves = halves(chains);
    Moments moments = Moments.of(halves);
    if (!(moments.total() > 0)) {
      return 1;
    }
    int n = halves[0].length;
    double size = (double) halves.length * n;
    double sum = 0;
    double smallest = Double.POSITIVE_INFINITY;
    int lag = 0;
    double even = 1;
    double odd = correlation(halves, moments, 1);
    while (even + odd > 0) {
      smallest = Math.min(smallest, even + odd);
      sum += smallest;
      lag += 2;
      even = correlation(halves, moments, lag);
      odd = correlation(halves, moments, lag + 1);
      if (lag >= n - 5) {
        break;
      }
    }
    double tau = -1 + 2 * sum + Math.max(0, even);
    return size / Math.max(tau, 1 / StrictMath.log10(size));
  }

  /** {@code ρ_t = 1 − (W − mean autocovariance at lag t) / V}. */
  private static double correlation(double[][] halves, Moments moments, int lag) {
    double covariance = 0;
    for (int k = 0; k < halves.length; k++) {
      double[] x = halves[k];
      double mean = moments.means()[k];
      double sum = 0;
      for (int i = 0; i + lag < x.length; i++) {
        sum += (x[i] - mean) * (x[i + lag] - mean);
      }
      covariance += sum / x.length;
    }
    return 1 - (moments.within() - covariance / halves.length) / moments.total();
  }

  /** W, V and the means of the halves. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Moments(double within, double total, double[] means) {

    static Moments of(double[][] halves) {
      double[] means = new double[halves.length];
      double within = 0;
      for (int k = 0; k < halves.length; k++) {
        means[k] = mean(halves[k]);
        within += variance(halves[k], means[k]) / halves.length;
      }
      int n = halves[0].length;
      double between = variance(means, mean(means));
      return new Moments(within, (n - 1.0) / n * within + between, means);
    }
  }

  static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum / x.length;
  }

  /** With n − 1. */
  static double variance(double[] x, double mean) {
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (x.length - 1);
  }

  private static double[][] halves(double[]... chains) {
    int length = chains.length == 0 ? 0 : chains[0].length;
    if (length < FEWEST || Arrays.stream(chains).anyMatch(chain -> chain.length != length)) {
      throw new IllegalArgumentException(
          "diagnostics need equally long chains of at least %d draws, not of %s"
              .formatted(FEWEST, Arrays.stream(chains).map(chain -> chain.length).toList()));
    }
    double[][] halves = new double[2 * chains.length][];
    for (int c = 0; c < chains.length; c++) {
      halves[2 * c] = Arrays.copyOfRange(chains[c], 0, length / 2);
      halves[2 * c + 1] = Arrays.copyOfRange(chains[c], length - length / 2, length);
    }
    return halves;
  }
}
