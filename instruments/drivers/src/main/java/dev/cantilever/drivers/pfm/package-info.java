/**
 * A simulated piezoresponse force microscope on a ferroelectric film: domains, resonance read-out,
 * hysteresis loops, writing by pulses and pinning of domain walls.
 *
 * <p>Read {@link dev.cantilever.drivers.pfm.PfmTwin} first. The sample follows from one seed, the
 * noise from another, so that another noise seed or no noise at all leaves the truth as it is.
 * Everything is SI; the origin is the centre of the film, x to the right, y up. A positive bias of
 * the tip favours polarization +1. Nothing here is safe for several threads but the records.
 */
package dev.cantilever.drivers.pfm;
