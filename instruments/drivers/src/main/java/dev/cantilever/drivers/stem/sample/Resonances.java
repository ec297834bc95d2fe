package dev.cantilever.drivers.stem.sample;

/**
 * Surface modes of a particle, Lorentzians in energy.
 *
 * @param cornerElectronVolts energy of the corner mode, the lowest
 * @param edgeElectronVolts energy of the edge mode
 * @param faceElectronVolts energy of the face mode, the highest
 * @param widthElectronVolts full width at half maximum
 * @param probability mean number of losses to a mode where it is strongest
 * @param decayMetres distance over which a mode's weight falls to 1/e
 */
public record Resonances(
    double cornerElectronVolts,
    double edgeElectronVolts,
    double faceElectronVolts,
    double widthElectronVolts,
    double probability,
    double decayMetres) {

  public Resonances {
    if (!(0 < cornerElectronVolts
        && cornerElectronVolts < edgeElectronVolts
        && edgeElectronVolts < faceElectronVolts)) {
      throw new IllegalArgumentException("corner, edge and face energies rise");
    }
    if (!(widthElectronVolts > 0 && probability >= 0 && probability < 1 && decayMetres > 0)) {
      throw new IllegalArgumentException("a mode has a width, a probability and a reach");
    }
  }
}
