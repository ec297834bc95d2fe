package dev.cantilever.drivers.library;

import dev.cantilever.drivers.twin.NormalDraws;

/** The film itself: composition along u and what follows from it. Immutable. */
final class LibraryFilm {

  /** Piezoresponse peaks beside the boundary on the rhombohedral side. */
  private static final double PEAK_X = 0.135;

  private static final double PEAK_WIDTH = 0.012;
  private static final double WALLS_WIDTH = 0.02;

  /** Above this composition loops are pinched; fully so 0.01 further on. */
  private static final double PINCHED_X = 0.145;

  private static final double PINCHED_RANGE = 0.01;

  private final LibrarySettings settings;
  private final double[] phases;

  LibraryFilm(LibrarySettings settings, long seed) {
    this.settings = settings;
    NormalDraws draws = NormalDraws.of(seed, "library composition");
    phases = new double[] {draws.uniform(0, 2 * Math.PI), draws.uniform(0, 2 * Math.PI)};
  }

  LibrarySettings settings() {
    return settings;
  }

  /** x in [0, 1]: a straight line and two slow waves, one and 2.3 periods on the length. */
  double composition(double uMetres) {
    double along = 2 * Math.PI * uMetres / settings.spread().lengthMetres();
    double wave =
        0.6 * StrictMath.sin(along + phases[0]) + 0.4 * StrictMath.sin(2.3 * along + phases[1]);
    return Math.max(0, settings.spread().nominal(uMetres) + settings.spread().errorOfX() * wave);
  }

  double rhombohedral(double uMetres) {
    return settings.boundary().rhombohedral(composition(uMetres));
  }

  /** d33 in m/V. */
  double piezoresponse(double uMetres) {
    double x = composition(uMetres);
    return 45e-12 * rhombohedral(uMetres) * (1 + 1.2 * bell(x - PEAK_X, PEAK_WIDTH));
  }

  double coerciveVolts(double uMetres) {
    return 3.2 * (1 - 2.5 * composition(uMetres));
  }

  /** Length of walls per area relative to that far from the boundary. */
  double wallDensity(double uMetres) {
    return 1 + 4 * bell(composition(uMetres) - settings.boundary().x(), WALLS_WIDTH);
  }

  /** From 200 nm at x = 0 to 60 nm at 0.2. */
  double domainMetres(double uMetres) {
    return 200e-9 - 140e-9 * Math.min(1, composition(uMetres) / 0.2);
  }

  /** Share of the loop that belongs to double loops. */
  double pinched(double uMetres) {
    double onset = (composition(uMetres) - PINCHED_X) / PINCHED_RANGE;
    return (1 - rhombohedral(uMetres)) * Math.min(1, Math.max(0, onset));
  }

  private static double bell(double away, double width) {
    return StrictMath.exp(-away * away / (2 * width * width));
  }
}
