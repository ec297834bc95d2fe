package dev.cantilever.drivers.stem.energyloss;

/**
 * Bulk plasmon of free electrons, S(E) ∝ E Ep² Γ / ((E² − Ep²)² + (EΓ)²) (Egerton, EELS in the
 * Electron Microscope, 3rd ed. 2011, eq. 3.43, doi:10.1007/978-1-4419-9583-4). It falls as E⁻³ far
 * above Ep, which makes the background of the core edges.
 *
 * @param electronVolts Ep
 * @param widthElectronVolts Γ, below 2 Ep
 */
public record PlasmonShape(double electronVolts, double widthElectronVolts) implements LossShape {

  public PlasmonShape {
    if (!(electronVolts > 0 && widthElectronVolts > 0 && widthElectronVolts < 2 * electronVolts)) {
      throw new IllegalArgumentException("a plasmon is narrower than twice its energy");
    }
  }

  /** The integral of S in closed form, with u = E². */
  @Override
  public double cumulative(double energy) {
    double square = electronVolts * electronVolts;
    double centre = square - widthElectronVolts * widthElectronVolts / 2;
    double spread =
        widthElectronVolts * Math.sqrt(square - widthElectronVolts * widthElectronVolts / 4);
    double below = StrictMath.atan(centre / spread);
    return (StrictMath.atan((energy * energy - centre) / spread) + below) / (Math.PI / 2 + below);
  }
}
