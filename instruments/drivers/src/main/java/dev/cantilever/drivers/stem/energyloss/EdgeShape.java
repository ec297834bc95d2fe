package dev.cantilever.drivers.stem.energyloss;

/**
 * A core edge: a step that decays as a power of the energy, and a pair of white lines.
 *
 * @param onsetElectronVolts binding energy of the shell
 * @param decay q of E^−(q+1) above the onset
 * @param whiteFraction part of the losses in the white lines, 0 to 1
 * @param splittingElectronVolts distance of the two lines
 */
public record EdgeShape(
    double onsetElectronVolts, double decay, double whiteFraction, double splittingElectronVolts)
    implements LossShape {

  private static final double LINE_WIDTH = 3;
  private static final double LINE_OFFSET = 2.5;

  public EdgeShape {
    if (!(onsetElectronVolts > 0 && decay > 0 && whiteFraction >= 0 && whiteFraction <= 1)) {
      throw new IllegalArgumentException("an edge has a positive onset and decay");
    }
  }

  @Override
  public double cumulative(double energy) {
    double step =
        energy <= onsetElectronVolts ? 0 : 1 - StrictMath.pow(onsetElectronVolts / energy, decay);
    double first = onsetElectronVolts + LINE_OFFSET;
    double lines = 2 * line(first, energy) / 3 + line(first + splittingElectronVolts, energy) / 3;
    return (1 - whiteFraction) * step + whiteFraction * lines;
  }

  private static double line(double centre, double energy) {
    return new ModeShape(centre, LINE_WIDTH).cumulative(energy);
  }
}
