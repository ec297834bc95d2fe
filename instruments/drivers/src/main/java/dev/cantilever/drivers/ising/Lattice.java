package dev.cantilever.drivers.ising;

/** The spins of a model, site {@code row * size + column}. Not safe for several threads. */
final class Lattice {

  private final IsingModel model;
  private final byte[] spins;

  /** Left, right, lower and upper neighbour of each site in turn. */
  private final int[] neighbours;

  /**
   * A ground state of the couplings: uniform, striped or chequered after their signs, its first
   * spin along the field. A random start would now and then freeze in stripes below the transition
   * (Spirin, Krapivsky and Redner, Phys. Rev. E 63 (2001) 036118, doi:10.1103/PhysRevE.63.036118).
   * Where a coupling is negative and the size odd, one line of bonds stays broken.
   */
  Lattice(IsingModel model) {
    this.model = model;
    int size = model.size();
    int sites = model.spins();
    spins = new byte[sites];
    neighbours = new int[4 * sites];
    for (int site = 0; site < sites; site++) {
      int row = site / size;
      int column = site % size;
      neighbours[4 * site] = row * size + (column + size - 1) % size;
      neighbours[4 * site + 1] = row * size + (column + 1) % size;
      neighbours[4 * site + 2] = (site + sites - size) % sites;
      neighbours[4 * site + 3] = (site + size) % sites;
      boolean oddColumn = model.couplingX() < 0 && column % 2 == 1;
      boolean oddRow = model.couplingY() < 0 && row % 2 == 1;
      spins[site] = (byte) (oddColumn ^ oddRow ^ (model.field() < 0) ? -1 : 1);
    }
  }

  int size() {
    return model.size();
  }

  int sites() {
    return spins.length;
  }

  int spin(int site) {
    return spins[site];
  }

  int left(int site) {
    return neighbours[4 * site];
  }

  int right(int site) {
    return neighbours[4 * site + 1];
  }

  int below(int site) {
    return neighbours[4 * site + 2];
  }

  int above(int site) {
    return neighbours[4 * site + 3];
  }

  /** Flips a spin where {@code times} is 1 and leaves it where it is 0: no branch to mispredict. */
  void flip(int site, int times) {
    spins[site] = (byte) (spins[site] * (1 - 2 * times));
  }

  /** E of the whole lattice; both bond sums are exact. */
  double energy() {
    int horizontal = 0;
    int vertical = 0;
    for (int site = 0; site < spins.length; site++) {
      horizontal += spins[site] * spins[right(site)];
      vertical += spins[site] * spins[above(site)];
    }
    return -model.couplingX() * horizontal
        - model.couplingY() * vertical
        - model.field() * magnetisation();
  }

  /** M = Σ s. */
  int magnetisation() {
    int sum = 0;
    for (byte spin : spins) {
      sum += spin;
    }
    return sum;
  }
}
