package dev.cantilever.drivers.stem.sample;

import java.util.Locale;

/**
 * The elements that occur. Displacement thresholds: Komsa et al., Phys. Rev. Lett. 109 (2012)
 * 035503, doi:10.1103/PhysRevLett.109.035503 (S, Mo, W); Zobelli et al., Phys. Rev. B 75 (2007)
 * 245402, doi:10.1103/PhysRevB.75.245402 (C); the others are plausible values. Forward scattering
 * factors: Kirkland, Advanced Computing in Electron Microscopy, 2nd ed. 2010, appendix C,
 * doi:10.1007/978-1-4419-6533-2.
 */
public enum Element {
  C(6, 12.011, 22, 0.002, 2.51),
  O(8, 15.999, 45, 0.005, 1.99),
  SI(14, 28.085, 15, 0.002, 5.81),
  S(16, 32.06, 6.9, 0, 5.17),
  TI(22, 47.867, 65, 0, 8.74),
  MN(25, 54.938, 45, 0, 7.48),
  FE(26, 55.845, 45, 0, 7.16),
  SE(34, 78.971, 6.4, 0.05, 7.22),
  SR(38, 87.62, 65, 0, 13.06),
  NB(41, 92.906, 20, 0.01, 10.72),
  MO(42, 95.95, 20, 0.01, 10.29),
  AG(47, 107.868, 20, 0, 8.67),
  IN(49, 114.818, 30, 0, 10.43),
  SN(50, 118.71, 30, 0, 10.86),
  W(74, 183.84, 20, 0.01, 12.48),
  AU(79, 196.967, 35, 0, 10.55),
  BI(83, 208.98, 50, 0, 13.04);

  private final int number;
  private final double massUnits;
  private final double thresholdElectronVolts;
  private final double residualBarn;
  private final double darkFieldWeight;
  private final double forwardMetres;

  Element(
      int number,
      double massUnits,
      double thresholdElectronVolts,
      double residualBarn,
      double forwardAngstrom) {
    this.number = number;
    forwardMetres = forwardAngstrom * 1e-10;
    this.massUnits = massUnits;
    this.thresholdElectronVolts = thresholdElectronVolts;
    this.residualBarn = residualBarn;
    darkFieldWeight = StrictMath.pow(number, 1.7);
  }

  /** Z. */
  public int number() {
    return number;
  }

  /** "Mo". */
  public String symbol() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** Z^1.7, what an atom scatters into an annular dark field detector relative to others. */
  public double darkFieldWeight() {
    return darkFieldWeight;
  }

  /** Electron scattering factor of the atom at angle 0, m. */
  public double forwardScatteringMetres() {
    return forwardMetres;
  }

  double massUnits() {
    return massUnits;
  }

  /** Energy that knocks the atom out of its place, eV. */
  double thresholdElectronVolts() {
    return thresholdElectronVolts;
  }

  /** Slow loss below the threshold, by etching and ionization, barn: chosen, not measured. */
  double residualBarn() {
    return residualBarn;
  }
}
