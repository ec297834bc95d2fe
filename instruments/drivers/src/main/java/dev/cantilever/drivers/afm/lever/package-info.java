/**
 * The physics of a tapping probe: the force between tip and sample, what one cycle of it does, and
 * how amplitude and phase answer.
 *
 * <p>Read {@link dev.cantilever.drivers.afm.lever.TappingLever} first. SI units throughout; z
 * points away from the sample; the phase is the lag behind the drive, 90° in free resonance, above
 * it under net attraction, below it under net repulsion. Pure functions and one mutable lever;
 * nothing here draws random numbers or is safe for several threads but the records.
 */
package dev.cantilever.drivers.afm.lever;
