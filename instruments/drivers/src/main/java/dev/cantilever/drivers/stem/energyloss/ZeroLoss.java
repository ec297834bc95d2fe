package dev.cantilever.drivers.stem.energyloss;

/**
 * What an electron without loss makes of the spectrometer: a Gaussian, a weak Lorentzian tail, and
 * the point spread of the camera.
 *
 * @param widthElectronVolts full width at half maximum of both, 0.005 to 2
 * @param tailFraction part of the electrons in the Lorentzian, 0 to 0.1
 * @param pointSpreadChannels full width at half maximum of the camera's spread, 2 to 10
 */
public record ZeroLoss(double widthElectronVolts, double tailFraction, double pointSpreadChannels) {

  private static final double WIDTH_OVER_DEVIATION = 2.3548200450309493;

  public ZeroLoss {
    if (!(widthElectronVolts >= 0.005 && widthElectronVolts <= 2)
        || !(tailFraction >= 0 && tailFraction <= 0.1)
        || !(pointSpreadChannels >= 2 && pointSpreadChannels <= 10)) {
      throw new IllegalArgumentException(
          "zero loss: width in [0.005, 2] eV, tail in [0, 0.1], spread in [2, 10] channels");
    }
  }

  /** A cold field emitter: 0.4 eV, tail 1e-3, spread 2.5 channels. */
  public static ZeroLoss typical() {
    return new ZeroLoss(0.4, 1e-3, 2.5);
  }

  /** A monochromated beam: 0.05 eV. */
  public static ZeroLoss monochromated() {
    return new ZeroLoss(0.05, 1e-3, 2.5);
  }

  /** Its Fourier transform at a frequency in 1/eV; real, 1 at 0. */
  double transform(double frequency, double dispersion) {
    double beam = widthElectronVolts / WIDTH_OVER_DEVIATION;
    double camera = pointSpreadChannels * dispersion / WIDTH_OVER_DEVIATION;
    double square = -2 * Math.PI * Math.PI * frequency * frequency;
    double gaussian = StrictMath.exp(square * beam * beam);
    double lorentzian = StrictMath.exp(-Math.PI * widthElectronVolts * Math.abs(frequency));
    return ((1 - tailFraction) * gaussian + tailFraction * lorentzian)
        * StrictMath.exp(square * camera * camera);
  }
}
