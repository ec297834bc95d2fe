package dev.cantilever.drivers.ising;

/**
 * What a simulation says of a model in equilibrium. Energies are in the unit of the couplings,
 * times in sweeps. Standard errors allow for the memory of the series; where nothing moved they are
 * 0 and say only that the event is too rare for this run.
 *
 * @param energy ⟨E⟩/N
 * @param heatCapacity C = (⟨E²⟩ − ⟨E⟩²)/(N kT²), in units of k
 * @param magnetisation ⟨|M|⟩/N
 * @param susceptibility χ = (⟨M²⟩ − ⟨|M|⟩²)/(N kT)
 * @param energyTime integrated autocorrelation time of E, at least ½
 * @param magnetisationTime the same of |M|
 * @param sweeps how many were measured
 * @param flipsPerMove Metropolis: share of the visited spins that flipped; Wolff: mean cluster size
 * @param resolved whether both series are at least 100 autocorrelation times long; if not, the
 *     standard errors are too small
 */
record EquilibriumAverages(
    Estimate energy,
    Estimate heatCapacity,
    Estimate magnetisation,
    Estimate susceptibility,
    double energyTime,
    double magnetisationTime,
    int sweeps,
    double flipsPerMove,
    boolean resolved) {}
