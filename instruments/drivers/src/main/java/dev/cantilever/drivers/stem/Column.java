package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.motion.StagePosition;
import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.AberrationWalk;
import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.optics.Corrector;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.optics.Smear;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.ParticleFilm;
import dev.cantilever.drivers.stem.sample.Scene;

/** The optics of one microscope: what it was told, what it does, and the probe that comes of it. */
final class Column {

  private final StemInstrument instrument;
  private final AberrationWalk walk;
  private final Corrector corrector;

  /** The last probe: forming one costs more than an image with it. */
  private Illumination formed;

  private Smear formedSmear = Smear.NONE;

  Column(StemInstrument instrument, long seed) {
    this.instrument = instrument;
    walk = new AberrationWalk(Variates.of(seed, "aberrations"), instrument.tuning());
    corrector = new Corrector(Variates.of(seed, "corrector"), instrument.tuning());
  }

  void advance(double seconds) {
    walk.advance(seconds);
  }

  /**
   * Those of the lenses, the corrector and the focus; a specimen that stands higher is overfocused.
   */
  Aberrations aberrations(StemSettings settings, StagePosition stage) {
    return walk.current()
        .plus(corrector.effectOf(settings.corrector()))
        .defocused(settings.defocusMetres() + stage.z());
  }

  /** What falls on the specimen now. */
  Illumination illumination(StemSettings settings, StagePosition stage, Scene scene) {
    Aberrations aberrations = aberrations(settings, stage);
    Smear smear = smear(scene, stage);
    boolean same =
        formed != null
            && formed.beam().equals(settings.beam())
            && formed.lens().convergenceRadians() == settings.convergenceRadians()
            && formed.aberrations().equals(aberrations)
            && formedSmear.equals(smear);
    if (!same) {
      formed =
          Illumination.of(
              settings.beam(),
              instrument.lens().withConvergence(settings.convergenceRadians()),
              aberrations,
              smear);
      formedSmear = smear;
    }
    return formed;
  }

  /** The probe on atoms that are this much wider than points; not remembered. */
  Probe probe(StemSettings settings, StagePosition stage, Scene scene, double widthMetres) {
    Smear smear = smear(scene, stage);
    double deviation =
        Math.sqrt(smear.deviationMetres() * smear.deviationMetres() + widthMetres * widthMetres);
    return Probe.form(
        settings.beam(),
        instrument.lens().withConvergence(settings.convergenceRadians()),
        aberrations(settings, stage),
        new Smear(deviation, smear.lengthX(), smear.lengthY()));
  }

  /** Tilting about x lays a column out along y, and the other way round. */
  private static Smear smear(Scene scene, StagePosition stage) {
    return switch (scene) {
      case Crystal crystal ->
          new Smear(
              crystal.thermalMetres(),
              crystal.thicknessMetres() * StrictMath.tan(stage.tiltBeta()),
              crystal.thicknessMetres() * StrictMath.tan(stage.tiltAlpha()));
      case ParticleFilm film -> Smear.NONE;
    };
  }
}
