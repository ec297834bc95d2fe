package dev.cantilever.drivers.ising;

/** How long a series remembers. */
final class Autocorrelation {

  /** A window this many times the integrated time leaves out exp(−6) of an exponential memory. */
  private static final double WINDOW = 6;

  private Autocorrelation() {}

  /**
   * Integrated autocorrelation time τ = ½ + Σ ρ(t), in steps, the sum ending at the last lag of at
   * most 6 τ (Sokal 1997, doi:10.1007/978-1-4899-0319-8_6; Wolff, Comput. Phys. Commun. 156 (2004)
   * 143, doi:10.1016/S0010-4655(03)00467-3) or at a quarter of the series. At least ½, which is
   * also the time of a constant series; too small where the series is shorter than about 100 τ.
   * Takes O(n τ) operations.
   *
   * @param centred n values of mean 0
   */
  static double integratedTime(double[] centred) {
    double variance = covariance(centred, 0);
    if (variance == 0) {
      return 0.5;
    }
    double time = 0.5;
    for (int lag = 1; lag <= WINDOW * time && lag <= centred.length / 4; lag++) {
      time += covariance(centred, lag) / variance;
    }
    return Math.max(time, 0.5);
  }

  private static double covariance(double[] centred, int lag) {
    double sum = 0;
    for (int i = lag; i < centred.length; i++) {
      sum += centred[i] * centred[i - lag];
    }
    return sum / (centred.length - lag);
  }
}
