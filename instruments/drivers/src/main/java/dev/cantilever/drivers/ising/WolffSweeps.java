package dev.cantilever.drivers.ising;

import dev.cantilever.drivers.random.Draws;

/**
 * Clusters of equal spins, grown from a random site and flipped whole: a neighbour of equal spin
 * joins with probability 1 − exp(−2J/kT), J being the coupling of the bond (Wolff, Phys. Rev. Lett.
 * 62 (1989) 361, doi:10.1103/PhysRevLett.62.361).
 *
 * <p>One sweep is a fixed number of clusters, chosen at equilibration to flip about as many spins
 * as the lattice has. It must not depend on the clusters of the sweep itself, as "until enough have
 * flipped" would: measurements would then follow large clusters too often. One sweep in eight grows
 * a cluster more; else single spins at weak coupling would flip an even number of times for ever.
 */
final class WolffSweeps implements Sweeps {

  private static final long ONE_MORE = Draws.threshold(0.125);

  private final Lattice lattice;
  private final Draws draws;
  private final long joinsBeside;
  private final long joinsStacked;

  /** Members of the growing cluster whose neighbours were not asked yet, and one spare place. */
  private final int[] waiting;

  private long clustersPerSweep = 1;
  private long clusters;
  private long flips;

  /**
   * Moves for a model without field whose couplings are not negative.
   *
   * @throws IllegalArgumentException for another model
   */
  WolffSweeps(IsingModel model, Lattice lattice, Draws draws) {
    if (model.couplingX() < 0 || model.couplingY() < 0 || model.field() != 0) {
      throw new IllegalArgumentException(
          "Wolff clusters need couplings of at least 0 and no field, not %s, %s and field %s; choose Metropolis moves"
              .formatted(model.couplingX(), model.couplingY(), model.field()));
    }
    this.lattice = lattice;
    this.draws = draws;
    joinsBeside = joining(model.couplingX() / model.temperature());
    joinsStacked = joining(model.couplingY() / model.temperature());
    waiting = new int[lattice.sites() + 1];
  }

  @Override
  public void equilibrate(int sweeps) {
    long enough = (long) sweeps * lattice.sites();
    while (flips < enough) {
      grow();
    }
    clustersPerSweep = Math.max(1, clusters / sweeps);
    clusters = 0;
    flips = 0;
  }

  @Override
  public void sweep() {
    long count = clustersPerSweep + draws.happens(ONE_MORE);
    for (long i = 0; i < count; i++) {
      grow();
    }
  }

  /** Mean size of the clusters. */
  @Override
  public double flipsPerMove() {
    return (double) flips / clusters;
  }

  private void grow() {
    int seed = draws.below(lattice.sites());
    int spin = lattice.spin(seed);
    lattice.flip(seed, 1);
    waiting[0] = seed;
    int count = 1;
    while (count > 0) {
      int site = waiting[--count];
      flips++;
      count += offer(lattice.left(site), spin, joinsBeside, count);
      count += offer(lattice.right(site), spin, joinsBeside, count);
      count += offer(lattice.below(site), spin, joinsStacked, count);
      count += offer(lattice.above(site), spin, joinsStacked, count);
    }
    clusters++;
  }

  /**
   * 1 where the site joins, else 0. A spin flips as it joins, so that it is not asked again; the
   * place after the last one waiting is written in any case, which is faster than to ask.
   */
  private int offer(int site, int spin, long threshold, int count) {
    int equal = (1 + spin * lattice.spin(site)) / 2;
    int joins = equal & draws.happens(threshold);
    lattice.flip(site, joins);
    waiting[count] = site;
    return joins;
  }

  /** 1 − exp(−2K), without loss where K is small. */
  private static long joining(double reducedCoupling) {
    return Draws.threshold(-StrictMath.expm1(-2 * reducedCoupling));
  }
}
