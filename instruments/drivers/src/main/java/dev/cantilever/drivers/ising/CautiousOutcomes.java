package dev.cantilever.drivers.ising;

import dev.cantilever.vocabulary.reading.Reading;
import java.util.List;

/**
 * Averages as outcomes, with standard errors that a surrogate may take at their word.
 *
 * <p>Where a series of n sweeps is shorter than 100 of its autocorrelation times τ, its blocks
 * remember each other and the spread of their means is too small. The error is then enlarged by
 * √(100 τ / n), which joins on at 1 where the series is long enough. If the blocks were so short
 * that each is one single state, √(20 τ / n) would do; the rest is for τ itself, which a short
 * series underestimates. The value stays as it is.
 *
 * <p>Where nothing moved the spread is 0, and says only that the event is rarer than the run is
 * long. So no error is smaller than that of a run in which one spin had flipped for one sweep:
 * ΔE/(N n) for the energy, ΔE²/(N n) for the heat capacity and 2/(N n) for the magnetisation, with
 * ΔE = 4 (|Jx| + |Jy|) the energy of a flipped spin in an ordered lattice, or kT where that is
 * more.
 */
final class CautiousOutcomes {

  static final String HEAT_CAPACITY = "heat_capacity";
  static final String ENERGY = "energy";
  static final String MAGNETISATION = "magnetisation";

  private static final double LONG_ENOUGH = 100;

  private CautiousOutcomes() {}

  /** Heat capacity, energy and magnetisation per spin of a model, in that order. */
  static List<Reading.Outcome> of(IsingModel model, EquilibriumAverages averages) {
    double measured = averages.sweeps();
    double once = 1 / (model.spins() * measured);
    double kT = model.temperature();
    double flip = Math.max(4 * (Math.abs(model.couplingX()) + Math.abs(model.couplingY())), kT);
    double energyFactor = enlargement(averages.energyTime(), measured);
    double orderFactor = enlargement(averages.magnetisationTime(), measured);
    return List.of(
        outcome(
            HEAT_CAPACITY, averages.heatCapacity(), energyFactor, flip * flip / (kT * kT) * once),
        outcome(ENERGY, averages.energy(), energyFactor, flip * once),
        outcome(MAGNETISATION, averages.magnetisation(), orderFactor, 2 * once));
  }

  /** At least 1. */
  private static double enlargement(double time, double measured) {
    return Math.max(1, Math.sqrt(LONG_ENOUGH * time / measured));
  }

  private static Reading.Outcome outcome(
      String name, Estimate estimate, double enlargement, double least) {
    return new Reading.Outcome(
        name, estimate.value(), Math.max(estimate.standardError() * enlargement, least));
  }
}
