package dev.cantilever.drivers.stem.energyloss;

import dev.cantilever.drivers.stem.optics.ElectronBeam;

/** Mean free path of inelastic scattering. */
public final class MeanFreePath {

  private MeanFreePath() {}

  /**
   * λp in nm = 106 F E0 / (Em ln(2 β E0 / Em)) with E0 in kV, β in mrad, Em = 7.6 Z^0.36 eV and F =
   * (1 + E0/1022) / (1 + E0/511)² (Malis, Cheng and Egerton, J. Electron Microsc. Tech. 8 (1988)
   * 193, doi:10.1002/jemt.1060080206). About 20 % accurate.
   *
   * @param collectionRadians half angle β of the spectrometer's entrance, 1 to 100 mrad
   * @param effectiveNumber Z, at least 1
   */
  public static double metres(ElectronBeam beam, double collectionRadians, double effectiveNumber) {
    if (!(collectionRadians >= 1e-3 && collectionRadians <= 0.1 && effectiveNumber >= 1)) {
      throw new IllegalArgumentException(
          "β = %s rad must lie in [0.001, 0.1] rad and Z = %s above 1"
              .formatted(collectionRadians, effectiveNumber));
    }
    double kilovolts = beam.accelerationVolts() / 1e3;
    double gamma = 1 + kilovolts / 511;
    double relativity = (1 + kilovolts / 1022) / (gamma * gamma);
    double meanLoss = 7.6 * StrictMath.pow(effectiveNumber, 0.36);
    double log = StrictMath.log(2 * collectionRadians * 1e3 * kilovolts / meanLoss);
    return 106e-9 * relativity * kilovolts / (meanLoss * log);
  }
}
