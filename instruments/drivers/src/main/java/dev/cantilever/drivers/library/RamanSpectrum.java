package dev.cantilever.drivers.library;

/**
 * Counts over Raman shift. The arrays are the record's own and must not be changed.
 *
 * @param seconds time the measurement took
 */
public record RamanSpectrum(double seconds, double[] shiftPerMetre, double[] counts) {

  public RamanSpectrum {
    if (shiftPerMetre.length != counts.length) {
      throw new IllegalArgumentException(
          "a spectrum of %d shifts has %d counts".formatted(shiftPerMetre.length, counts.length));
    }
  }
}
