/**
 * The two-dimensional Ising model, simulated: a cheap theory twin whose lattice size is a ladder of
 * fidelities.
 *
 * <p>Read {@link dev.cantilever.drivers.ising.IsingSimulation} first; {@link
 * dev.cantilever.drivers.ising.IsingFactory} makes an instrument of it. A simulation is a pure
 * function of model, schedule and seed: integer sums, strict elementary functions and one named
 * stream of random words give the same bits on every machine. Nothing here is safe for several
 * threads but the records.
 */
package dev.cantilever.drivers.ising;
