package dev.cantilever.drivers.library;

import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.Require;

/**
 * A combinatorial library under two instruments. A Raman spectrum takes its exposure, usually 60 s;
 * piezoresponse takes 5 s. Not safe for several threads.
 */
public final class LibraryTwin {

  private final LibrarySettings settings;
  private final LibraryFilm film;
  private final Spectrometer spectrometer;
  private final PiezoLoops loops;
  private double seconds;

  private LibraryTwin(
      LibrarySettings settings, boolean shotNoise, long sampleSeed, long noiseSeed) {
    this.settings = settings;
    film = new LibraryFilm(settings, sampleSeed);
    spectrometer =
        new Spectrometer(
            settings.raman(), shotNoise, NormalDraws.of(noiseSeed, "library spectrometer"));
    loops = new PiezoLoops(film, NormalDraws.of(noiseSeed, "library piezoresponse"));
  }

  /**
   * @param sampleSeed decides the error of the composition
   * @param noiseSeed decides the noise of both instruments
   */
  public static LibraryTwin of(LibrarySettings settings, long sampleSeed, long noiseSeed) {
    return new LibraryTwin(settings, true, sampleSeed, noiseSeed);
  }

  /** The same film under instruments without any noise. */
  public static LibraryTwin withoutNoise(LibrarySettings settings, long sampleSeed) {
    return new LibraryTwin(settings.withoutNoise(), false, sampleSeed, 0);
  }

  /** Twin time since the start: what the measurements have cost. */
  public double elapsedSeconds() {
    return seconds;
  }

  /**
   * A Raman spectrum.
   *
   * @param uMetres in [0, length]
   * @param vMetres in [0, width]
   * @param exposureSeconds in [0.1, 600]
   * @param powerWatts in [1e-5, 5e-3]; more light also heats, which shifts the lines
   */
  public RamanSpectrum raman(
      double uMetres, double vMetres, double exposureSeconds, double powerWatts) {
    requireOnFilm(uMetres, vMetres);
    Require.inside("exposure in seconds", exposureSeconds, 0.1, 600);
    Require.inside("laser power in watts", powerWatts, 1e-5, 5e-3);
    seconds += exposureSeconds;
    return spectrometer.expose(
        truth().lines(uMetres, powerWatts),
        settings.spread().thicknessMetres(vMetres),
        exposureSeconds * powerWatts,
        exposureSeconds);
  }

  /** Piezoresponse at a site. */
  public LibraryLoop pfm(double uMetres, double vMetres) {
    requireOnFilm(uMetres, vMetres);
    seconds += settings.pfm().seconds();
    return loops.measure(uMetres);
  }

  public LibraryTruth truth() {
    return new LibraryTruth(film);
  }

  private void requireOnFilm(double uMetres, double vMetres) {
    Require.inside("u in metres", uMetres, 0, settings.spread().lengthMetres());
    Require.inside("v in metres", vMetres, 0, settings.spread().widthMetres());
  }
}
