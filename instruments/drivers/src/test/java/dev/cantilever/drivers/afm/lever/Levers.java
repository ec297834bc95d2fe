package dev.cantilever.drivers.afm.lever;

/** Levers over a surface without loss, as the tests need them. */
final class Levers {

  static final TipSampleForce ELASTIC = TipSampleForce.between(Material.HARD_FILM.elastic(), 10e-9);

  private Levers() {}

  /** In free oscillation at resonance, with the given step. */
  static TappingLever free(Probe probe, double freeMetres, double stepSeconds) {
    TappingLever lever = new TappingLever(probe, 0);
    lever.pace(freeMetres, probe.resonanceHertz(), stepSeconds, 0);
    lever.release();
    return lever;
  }

  /** Steps over one height until nothing moves any more. */
  static void settle(TappingLever lever, TipSampleForce force, double restMetres, int steps) {
    for (int i = 0; i < steps; i++) {
      lever.step(force, restMetres);
    }
  }
}
