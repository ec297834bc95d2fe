package dev.cantilever.drivers.ising;

import dev.cantilever.drivers.random.Draws;

/** Simulates an Ising model and averages over its states. */
final class IsingSimulation {

  private IsingSimulation() {}

  /**
   * Equilibrates, then measures once after each further sweep. Same arguments, same bits. Takes
   * about 10 (Metropolis) or 30 (Wolff) nanoseconds for each spin and sweep.
   *
   * @param draws a fresh stream; it is used up
   * @throws IllegalArgumentException where the moves do not fit the model
   */
  static EquilibriumAverages run(IsingModel model, Schedule schedule, Draws draws) {
    Lattice lattice = new Lattice(model);
    Sweeps sweeps = Sweeps.of(schedule.moves(), model, lattice, draws);
    sweeps.equilibrate(schedule.equilibration());
    double[] energy = new double[schedule.measured()];
    double[] magnetisation = new double[schedule.measured()];
    for (int i = 0; i < energy.length; i++) {
      sweeps.sweep();
      energy[i] = lattice.energy();
      magnetisation[i] = Math.abs(lattice.magnetisation());
    }
    return averages(
        model, new BlockedSeries(energy), new BlockedSeries(magnetisation), sweeps, energy.length);
  }

  private static EquilibriumAverages averages(
      IsingModel model, BlockedSeries energy, BlockedSeries order, Sweeps sweeps, int measured) {
    double spin = 1.0 / model.spins();
    double temperature = model.temperature();
    return new EquilibriumAverages(
        energy.mean().times(spin),
        energy.variance().times(spin / (temperature * temperature)),
        order.mean().times(spin),
        order.variance().times(spin / temperature),
        energy.time(),
        order.time(),
        measured,
        sweeps.flipsPerMove(),
        energy.isResolved() && order.isResolved());
  }
}
