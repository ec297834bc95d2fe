package dev.cantilever.drivers.stem.energyloss;

/**
 * A surface mode: a Lorentzian cut at zero.
 *
 * @param electronVolts its centre, above 0
 * @param widthElectronVolts full width at half maximum, above 0
 */
public record ModeShape(double electronVolts, double widthElectronVolts) implements LossShape {

  public ModeShape {
    if (!(electronVolts > 0 && widthElectronVolts > 0)) {
      throw new IllegalArgumentException("a mode has a positive energy and width");
    }
  }

  @Override
  public double cumulative(double energy) {
    double zero = uncut(0);
    return (uncut(energy) - zero) / (1 - zero);
  }

  private double uncut(double energy) {
    return 0.5 + StrictMath.atan(2 * (energy - electronVolts) / widthElectronVolts) / Math.PI;
  }
}
