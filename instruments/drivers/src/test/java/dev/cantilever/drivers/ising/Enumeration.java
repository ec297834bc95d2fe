package dev.cantilever.drivers.ising;

/**
 * The exact averages of a small model, per spin, from all of its 2^N states.
 *
 * @param energy ⟨E⟩/N
 * @param heatCapacity (⟨E²⟩ − ⟨E⟩²)/(N kT²)
 * @param magnetisation ⟨|M|⟩/N
 * @param susceptibility (⟨M²⟩ − ⟨|M|⟩²)/(N kT)
 */
record Enumeration(
    double energy, double heatCapacity, double magnetisation, double susceptibility) {

  static Enumeration of(IsingModel model) {
    double[] moments = new double[5];
    double ground = -2 * model.spins() * largest(model);
    for (int state = 0; state < 1 << model.spins(); state++) {
      double energy = energy(model, state);
      double order = Math.abs(magnetisation(model, state));
      double weight = StrictMath.exp((ground - energy) / model.temperature());
      double[] powers = {1, energy, energy * energy, order, order * order};
      for (int i = 0; i < powers.length; i++) {
        moments[i] += weight * powers[i];
      }
    }
    double energy = moments[1] / moments[0];
    double order = moments[3] / moments[0];
    double n = model.spins();
    double kT = model.temperature();
    return new Enumeration(
        energy / n,
        (moments[2] / moments[0] - energy * energy) / (n * kT * kT),
        order / n,
        (moments[4] / moments[0] - order * order) / (n * kT));
  }

  private static double largest(IsingModel model) {
    return Math.max(
        Math.max(Math.abs(model.couplingX()), Math.abs(model.couplingY())),
        Math.abs(model.field()));
  }

  private static double energy(IsingModel model, int state) {
    int size = model.size();
    double energy = -model.field() * magnetisation(model, state);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int spin = spin(state, row * size + column);
        energy -= model.couplingX() * spin * spin(state, row * size + (column + 1) % size);
        energy -= model.couplingY() * spin * spin(state, (row + 1) % size * size + column);
      }
    }
    return energy;
  }

  private static int magnetisation(IsingModel model, int state) {
    return 2 * Integer.bitCount(state) - model.spins();
  }

  private static int spin(int state, int site) {
    return (state >> site & 1) == 1 ? 1 : -1;
  }
}
