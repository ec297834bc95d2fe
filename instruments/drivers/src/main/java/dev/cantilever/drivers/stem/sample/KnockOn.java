package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.stem.optics.ElectronBeam;

/** Cross-sections for an electron to knock an atom out of the specimen. */
public final class KnockOn {

  /** 1 barn, m². */
  public static final double BARN = 1e-28;

  private static final double ATOMIC_MASS_ELECTRON_VOLTS = 931.49410242e6;
  private static final double RYDBERG_ELECTRON_VOLTS = 13.605693;
  private static final double BOHR_AREA_BARN = 8.7974e7;
  private static final double FINE_STRUCTURE = 1 / 137.035999;

  /**
   * Sulphur, barn at kilovolts. Below its elastic threshold an excitation helps, so that
   * displacement is measured from 55 kV on (Speckmann et al., arXiv 2302.10529); values up to 100
   * kV are chosen, those above are elastic.
   */
  private static final double[][] SULPHUR = {
    {55, 0.3}, {60, 0.5}, {80, 2}, {100, 10}, {200, 142.5}, {300, 153.5}
  };

  private KnockOn() {}

  /** Cross-section of a fully bonded atom, m²: elastic displacement or the slow residual loss. */
  public static double squareMetres(Element element, ElectronBeam beam) {
    if (element == Element.S) {
      return sulphurBarn(beam.accelerationVolts() / 1e3) * BARN;
    }
    return Math.max(element.residualBarn(), elasticBarn(element, beam)) * BARN;
  }

  /**
   * Largest energy that an electron passes to an atom at rest, eV: 2E(E + 2mc²)/(Mc²) (Reimer and
   * Kohl, Transmission Electron Microscopy, 5th ed. 2008, eq. 5.4).
   */
  static double largestTransferElectronVolts(Element element, ElectronBeam beam) {
    double energy = beam.accelerationVolts();
    return 2
        * energy
        * (energy + 2 * ElectronBeam.REST_ELECTRON_VOLTS)
        / (element.massUnits() * ATOMIC_MASS_ELECTRON_VOLTS);
  }

  /**
   * Elastic displacement out of an atom at rest (McKinley and Feshbach, Phys. Rev. 74 (1948) 1759,
   * doi:10.1103/PhysRev.74.1759, integrated as by Seitz and Koehler, Solid State Physics 2 (1956)
   * 305).
   */
  static double elasticBarn(Element element, ElectronBeam beam) {
    double ratio = largestTransferElectronVolts(element, beam) / element.thresholdElectronVolts();
    if (ratio <= 1) {
      return 0;
    }
    double beta2 = beam.speedSquared();
    double spin = Math.PI * element.number() * FINE_STRUCTURE * Math.sqrt(beta2);
    double rutherford =
        4
            * BOHR_AREA_BARN
            * element.number()
            * element.number()
            * StrictMath.pow(RYDBERG_ELECTRON_VOLTS / ElectronBeam.REST_ELECTRON_VOLTS, 2)
            * (1 - beta2)
            / (beta2 * beta2);
    double log = StrictMath.log(ratio);
    return rutherford * (ratio - 1 - beta2 * log + spin * (2 * Math.sqrt(ratio) - 2 - log));
  }

  /** Log-linear between the points, constant outside them, none below the first. */
  private static double sulphurBarn(double kilovolts) {
    double[][] table = SULPHUR;
    if (kilovolts < table[0][0]) {
      return 0;
    }
    for (int i = 1; i < table.length; i++) {
      if (kilovolts <= table[i][0]) {
        double t = (kilovolts - table[i - 1][0]) / (table[i][0] - table[i - 1][0]);
        return StrictMath.exp(
            (1 - t) * StrictMath.log(table[i - 1][1]) + t * StrictMath.log(table[i][1]));
      }
    }
    return table[table.length - 1][1];
  }
}
