package dev.cantilever.drivers.ising;

import dev.cantilever.drivers.random.Draws;

/**
 * Single spins: each is proposed to flip with probability ⅞, and the flip is accepted with
 * probability min(1, exp(−ΔE/kT)) (Metropolis et al., J. Chem. Phys. 21 (1953) 1087,
 * doi:10.1063/1.1699114). One sweep visits each spin once, first the black and then the white
 * squares of a chequerboard, so that neighbouring computations do not wait for each other; any
 * fixed order is right, also where an odd size lets two squares of one colour touch.
 *
 * <p>Why not propose every spin: where the couplings are weak nearly all flips are accepted, and
 * sweeps in a fixed order would turn the whole lattice over and over and hardly ever change its
 * energy. With ⅞ every state can follow every other within one sweep.
 */
final class MetropolisSweeps implements Sweeps {

  private static final double PROPOSED = 0.875;

  private final Lattice lattice;
  private final Draws draws;
  private final long[] thresholds = new long[18];
  private long visits;
  private long flips;

  MetropolisSweeps(IsingModel model, Lattice lattice, Draws draws) {
    this.lattice = lattice;
    this.draws = draws;
    for (int spin = -1; spin <= 1; spin += 2) {
      for (int besides = -2; besides <= 2; besides += 2) {
        for (int stacked = -2; stacked <= 2; stacked += 2) {
          double pull = model.couplingX() * besides + model.couplingY() * stacked + model.field();
          double rise = 2 * spin * pull / model.temperature();
          double accepted = rise <= 0 ? 1 : StrictMath.exp(-rise);
          thresholds[surroundings(spin, besides, stacked)] = Draws.threshold(PROPOSED * accepted);
        }
      }
    }
  }

  @Override
  public void equilibrate(int sweeps) {
    for (int i = 0; i < sweeps; i++) {
      sweep();
    }
    visits = 0;
    flips = 0;
  }

  @Override
  public void sweep() {
    visit(0);
    visit(1);
    visits += lattice.sites();
  }

  /** Share of the visited spins that flipped: ⅞ where every flip is accepted. */
  @Override
  public double flipsPerMove() {
    return (double) flips / visits;
  }

  private void visit(int colour) {
    int size = lattice.size();
    for (int row = 0; row < size; row++) {
      for (int column = (row + colour) % 2; column < size; column += 2) {
        int site = row * size + column;
        int besides = lattice.spin(lattice.left(site)) + lattice.spin(lattice.right(site));
        int stacked = lattice.spin(lattice.below(site)) + lattice.spin(lattice.above(site));
        int flipped = draws.happens(thresholds[surroundings(lattice.spin(site), besides, stacked)]);
        lattice.flip(site, flipped);
        flips += flipped;
      }
    }
  }

  /** Numbers the eighteen cases of a spin, two horizontal and two vertical neighbours. */
  private static int surroundings(int spin, int besides, int stacked) {
    return ((spin + 1) * 9 + (besides + 2) * 3 + stacked + 2) / 2;
  }
}
