package dev.cantilever.drivers.ising;

/**
 * How long to simulate, and by which moves.
 *
 * @param equilibration sweeps before the first measurement, in [1, 1 000 000]
 * @param measured sweeps with one measurement after each, in [100, 1 000 000]
 */
record Schedule(Moves moves, int equilibration, int measured) {

  private static final int MOST = 1_000_000;

  /** How one state follows from another. */
  enum Moves {
    /** Single spins, for any couplings and field. */
    METROPOLIS,
    /** Clusters, for couplings of at least 0 and no field; far faster near the transition. */
    WOLFF
  }

  Schedule {
    requireInside("equilibration", equilibration, 1);
    requireInside("measurement", measured, 100);
  }

  private static void requireInside(String what, int sweeps, int least) {
    if (sweeps < least || sweeps > MOST) {
      throw new IllegalArgumentException(
          "%s of %d sweeps is outside [%d, %d]; choose a number inside"
              .formatted(what, sweeps, least, MOST));
    }
  }
}
