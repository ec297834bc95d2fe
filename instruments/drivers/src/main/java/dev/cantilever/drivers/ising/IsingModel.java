package dev.cantilever.drivers.ising;

/**
 * Spins ±1 on a square lattice of L × L sites that closes on itself in both directions, with energy
 * E = −Jx Σ s s′ (horizontal bonds) − Jy Σ s s′ (vertical bonds) − h Σ s. Couplings, field and
 * temperature share one arbitrary unit of energy. On the 2 × 2 lattice two neighbours share two
 * bonds.
 *
 * @param size L, in [2, 1024]
 * @param couplingX Jx, in [−1000, 1000]
 * @param couplingY Jy, in [−1000, 1000]
 * @param field h, in [−1000, 1000]
 * @param temperature kT, in [0.001, 1000]
 */
record IsingModel(int size, double couplingX, double couplingY, double field, double temperature) {

  private static final double LARGEST = 1000;

  IsingModel {
    if (size < 2 || size > 1024) {
      throw new IllegalArgumentException(
          "the lattice has %d sites a side, outside [2, 1024]; choose another size"
              .formatted(size));
    }
    requireInside("coupling x", couplingX, -LARGEST);
    requireInside("coupling y", couplingY, -LARGEST);
    requireInside("field", field, -LARGEST);
    requireInside("temperature", temperature, 1 / LARGEST);
  }

  /** One coupling in both directions and no field. */
  static IsingModel isotropic(int size, double coupling, double temperature) {
    return new IsingModel(size, coupling, coupling, 0, temperature);
  }

  /** N = L². */
  int spins() {
    return size * size;
  }

  private static void requireInside(String what, double value, double least) {
    if (!(value >= least && value <= LARGEST)) {
      throw new IllegalArgumentException(
          "%s %s is outside [%s, %s]; choose a value inside"
              .formatted(what, value, least, LARGEST));
    }
  }
}
