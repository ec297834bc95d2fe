package dev.cantilever.drivers.ising;

import dev.cantilever.drivers.random.Draws;

/** Random moves of a lattice that leave its Boltzmann distribution as it is. */
sealed interface Sweeps permits MetropolisSweeps, WolffSweeps {

  /** The moves that a schedule asks for. */
  static Sweeps of(Schedule.Moves moves, IsingModel model, Lattice lattice, Draws draws) {
    return switch (moves) {
      case METROPOLIS -> new MetropolisSweeps(model, lattice, draws);
      case WOLFF -> new WolffSweeps(model, lattice, draws);
    };
  }

  /** Brings the lattice from its first state to a typical one; comes before the first sweep. */
  void equilibrate(int sweeps);

  /** Goes on from one measurement to the next. */
  void sweep();

  /** Mean number of spins that one move flipped, over all sweeps since equilibration. */
  double flipsPerMove();
}
