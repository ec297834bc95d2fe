package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.NormalDraws;

/**
 * The tip on the film: the oscillator it finds at a site and how instruments read it. Not safe for
 * several threads.
 */
final class Probe {

  private final Film film;
  private final ProbeSettings settings;
  private final NoiseSettings noise;
  private final NormalDraws detector;

  Probe(Film film, PfmSettings settings, NormalDraws detector) {
    this.film = film;
    this.settings = settings.probe();
    noise = settings.noise();
    this.detector = detector;
  }

  /** The oscillator of the surface as it stands, no constant bias on the tip. */
  Sho surface(double xMetres, double yMetres, double driveVolts) {
    return oscillator(
        xMetres, yMetres, motion(film.blurredVertical(xMetres, yMetres), 0, driveVolts));
  }

  /** The oscillator at a site for a signed amplitude of the surface. */
  Sho oscillator(double xMetres, double yMetres, double signedMetres) {
    FilmMaps.ResonanceMaps resonance = film.maps().resonance();
    return Sho.of(
        signedMetres,
        settings.phaseOffsetRadians(),
        film.grid().sample(resonance.hertz(), xMetres, yMetres),
        film.grid().sample(resonance.quality(), xMetres, yMetres));
  }

  /** Signed amplitude of the surface in metres, d Vac P + k (Vdc − Vs) Vac. */
  double motion(double vertical, double constantVolts, double driveVolts) {
    return driveVolts
        * (settings.sensitivityMetresPerVolt() * vertical
            + settings.electrostaticMetresPerVolt2() * (constantVolts - settings.surfaceVolts()));
  }

  ComplexSpectrum band(Sho oscillator, double[] hertz) {
    return oscillator.response(hertz).noisy(noise.binMetres(), detector);
  }

  ComplexSpectrum lockIn(Sho oscillator, double... hertz) {
    return oscillator.response(hertz).noisy(noise.lockInMetres(), detector);
  }

  /** Error common to a scan line, in metres. */
  double lineError() {
    return noise.lineMetres() * detector.normal();
  }

  double height(double xMetres, double yMetres, double lineError) {
    return film.grid().sample(film.maps().height(), xMetres, yMetres)
        + lineError
        + noise.heightMetres() * detector.normal();
  }
}
