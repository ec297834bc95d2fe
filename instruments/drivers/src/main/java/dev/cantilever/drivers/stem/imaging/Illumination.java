package dev.cantilever.drivers.stem.imaging;

import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.optics.Lens;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.optics.Smear;

/**
 * What falls on the specimen.
 *
 * @param beam its energy
 * @param lens aperture, source and energy width
 * @param aberrations true ones, defocus among them
 * @param probe the probe they form, widened by the motion of the atoms
 */
public record Illumination(ElectronBeam beam, Lens lens, Aberrations aberrations, Probe probe) {

  /** Forms the probe. */
  public static Illumination of(
      ElectronBeam beam, Lens lens, Aberrations aberrations, Smear smear) {
    return new Illumination(beam, lens, aberrations, Probe.form(beam, lens, aberrations, smear));
  }

  /** Radius that holds about all of the current: of blur and diffraction, m. */
  public double radiusMetres() {
    return Math.min(
        probe.supportMetres(),
        aberrations.blurMetres(lens.convergenceRadians())
            + 0.61 * beam.wavelengthMetres() / lens.convergenceRadians());
  }
}
