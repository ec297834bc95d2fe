package dev.cantilever.drivers.ising;

/**
 * The exact free energy of the isotropic L × L lattice that closes on itself (Kaufman, Phys. Rev.
 * 76 (1949) 1232, doi:10.1103/PhysRev.76.1232, in the form of Ferdinand and Fisher, Phys. Rev. 185
 * (1969) 832, doi:10.1103/PhysRev.185.832, equation 1.1); J = k = 1.
 */
final class Torus {

  private static final double STEP = 5e-5;

  private Torus() {}

  /** E/N. */
  static double energy(int size, double temperature) {
    double coupling = 1 / temperature;
    double difference = logPartition(size, coupling + STEP) - logPartition(size, coupling - STEP);
    return -difference / (2 * STEP) / (size * size);
  }

  /** C/N. */
  static double heatCapacity(int size, double temperature) {
    double coupling = 1 / temperature;
    double second =
        logPartition(size, coupling + STEP)
            - 2 * logPartition(size, coupling)
            + logPartition(size, coupling - STEP);
    return second / (STEP * STEP) * coupling * coupling / (size * size);
  }

  private static double logPartition(int size, double coupling) {
    double[] logs = new double[4];
    double sign = 1;
    for (int r = 0; r < size; r++) {
      double odd = size * Math.abs(gamma(2 * r + 1, size, coupling)) / 2;
      double evenSigned = size * gamma(2 * r, size, coupling) / 2;
      double even = Math.abs(evenSigned);
      sign *= Math.signum(evenSigned);
      logs[0] += odd + StrictMath.log1p(StrictMath.exp(-2 * odd));
      logs[1] += odd + StrictMath.log1p(-StrictMath.exp(-2 * odd));
      logs[2] += even + StrictMath.log1p(StrictMath.exp(-2 * even));
      logs[3] += even + StrictMath.log1p(-StrictMath.exp(-2 * even));
    }
    double rest = 0;
    for (int i = 1; i < 4; i++) {
      rest += (i == 3 ? sign : 1) * StrictMath.exp(logs[i] - logs[0]);
    }
    double prefactor = size * size / 2.0 * StrictMath.log(2 * StrictMath.sinh(2 * coupling));
    return prefactor + logs[0] + StrictMath.log1p(rest) - StrictMath.log(2);
  }

  /** The signed γ₀; else cosh γ = cosh 2K coth 2K − cos(πk/L), γ > 0. */
  private static double gamma(int k, int size, double coupling) {
    if (k == 0) {
      return 2 * coupling + StrictMath.log(StrictMath.tanh(coupling));
    }
    double coth = 1 / StrictMath.tanh(2 * coupling);
    double cosh = StrictMath.cosh(2 * coupling) * coth - StrictMath.cos(StrictMath.PI * k / size);
    return StrictMath.log(cosh + Math.sqrt(cosh * cosh - 1));
  }
}
