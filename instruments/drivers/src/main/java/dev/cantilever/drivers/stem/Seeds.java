package dev.cantilever.drivers.stem;

/**
 * Where the chance of a run comes from. Two runs that differ in noise alone have the same truth.
 *
 * @param truth of atoms lost, drift and aberrations
 * @param noise of detectors, scan coils and measurement errors
 */
public record Seeds(long truth, long noise) {

  /** Both from one number. */
  public static Seeds of(long seed) {
    return new Seeds(seed, seed);
  }
}
