package dev.cantilever.drivers.stem.diffraction;

/**
 * The image of the aperture in one diffracted beam.
 *
 * @param angleX middle, rad
 * @param angleY middle, rad
 * @param share part of the electrons, 0 to 1
 */
public record Disc(double angleX, double angleY, double share) {

  /** The same elsewhere. */
  public Disc moved(double byX, double byY) {
    return new Disc(angleX + byX, angleY + byY, share);
  }
}
