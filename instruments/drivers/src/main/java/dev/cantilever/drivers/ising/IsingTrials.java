package dev.cantilever.drivers.ising;

import dev.cantilever.drivers.condition.Trials;
import dev.cantilever.drivers.random.Draws;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Simulations of the Ising model at kT = 1 without field. A condition is one coupling for both
 * directions, or one for each; a fidelity is a size of the lattice. Each evaluation is a simulation
 * of its own: its stream of random words is named by fidelity, condition and repetition.
 */
final class IsingTrials implements Trials {

  private final long seed;
  private final List<LatticeFidelity> fidelities;
  private final Schedule schedule;

  IsingTrials(long seed, List<LatticeFidelity> fidelities, Schedule schedule) {
    this.seed = seed;
    this.fidelities = List.copyOf(fidelities);
    this.schedule = schedule;
  }

  @Override
  public String identity() {
    String lattices =
        fidelities.stream()
            .map(lattice -> lattice.name() + " " + lattice.size())
            .collect(Collectors.joining(", "));
    return "ising, seed %d, lattices %s, moves %s, sweeps %d + %d"
        .formatted(seed, lattices, schedule.moves(), schedule.equilibration(), schedule.measured());
  }

  @Override
  public Optional<String> cannot(Series condition) {
    return Optional.empty();
  }

  @Override
  public List<Reading.Outcome> outcomes(Series condition, int fidelity, int repetition) {
    LatticeFidelity lattice = fidelities.get(fidelity);
    double couplingX = condition.get(0);
    double couplingY = condition.get(condition.size() - 1);
    IsingModel model = new IsingModel(lattice.size(), couplingX, couplingY, 0, 1);
    String stream = "%s %s %d".formatted(lattice.name(), condition, repetition);
    return CautiousOutcomes.of(model, IsingSimulation.run(model, schedule, Draws.of(seed, stream)));
  }
}
