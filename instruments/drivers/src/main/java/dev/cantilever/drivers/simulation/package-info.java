/**
 * What every digital twin shares: commands redeemed, written to a ledger and carried out by a
 * simulation.
 *
 * <p>Read {@link dev.cantilever.drivers.simulation.TwinDriver} first, then {@link
 * dev.cantilever.drivers.simulation.Simulation}, which is all that a twin has to provide. A
 * simulation is a deterministic function of its seed and of the commands that it carried out, in
 * order; so the ledger alone brings back, after a restart, the sample and the probe as they were
 * left.
 */
package dev.cantilever.drivers.simulation;
