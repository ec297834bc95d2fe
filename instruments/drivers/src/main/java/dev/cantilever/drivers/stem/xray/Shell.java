package dev.cantilever.drivers.stem.xray;

import dev.cantilever.drivers.stem.optics.ElectronBeam;

/**
 * A shell of an atom as electrons empty it and X-rays fill it. The Bethe cross-section with the
 * constants b and c of Powell, Rev. Mod. Phys. 48 (1976) 33, doi:10.1103/RevModPhys.48.33, with the
 * relativistic terms of Williams and Carter, Transmission Electron Microscopy, 2nd ed. 2009, eq.
 * 4.1: within a factor of two of measured ones.
 */
public enum Shell {
  K(2, 0.90, 0.65),
  L(8, 0.63, 0.60),
  M(18, 0.63, 0.60);

  /** 4π a₀² R², eV² m². */
  private static final double BETHE = 6.51409e-18;

  private final int electrons;
  private final double b;
  private final double c;

  Shell(int electrons, double b, double c) {
    this.electrons = electrons;
    this.b = b;
    this.c = c;
  }

  /**
   * σ = 4πa₀²R² n b / (T Ec) · [ln(cT/Ec) − ln(1 − β²) − β²], T = mv²/2; 0 where that is below 0.
   *
   * @param edgeElectronVolts binding energy Ec, above 0
   */
  double ionizationSquareMetres(ElectronBeam beam, double edgeElectronVolts) {
    double square = beam.speedSquared();
    double energy = ElectronBeam.REST_ELECTRON_VOLTS * square / 2;
    double bracket =
        StrictMath.log(c * energy / edgeElectronVolts) - StrictMath.log(1 - square) - square;
    return Math.max(0, BETHE * electrons * b / (energy * edgeElectronVolts) * bracket);
  }

  /**
   * Share of the vacancies that are filled with an X-ray. K: Bambynek et al., Rev. Mod. Phys. 44
   * (1972) 716, doi:10.1103/RevModPhys.44.716; L: Z⁴/(10⁸ + Z⁴); M: 1.29e-9 (Z − 13)⁴ (Hubbell et
   * al., J. Phys. Chem. Ref. Data 23 (1994) 339, doi:10.1063/1.555955).
   */
  double fluorescence(int number) {
    double z = number;
    double fourth = z * z * z * z;
    return switch (this) {
      case K -> {
        double root = 0.015 + 0.0327 * z - 0.64e-6 * z * z * z;
        double ratio = root * root * root * root;
        yield ratio / (1 + ratio);
      }
      case L -> fourth / (1e8 + fourth);
      case M -> 1.29e-9 * (z - 13) * (z - 13) * (z - 13) * (z - 13);
    };
  }
}
