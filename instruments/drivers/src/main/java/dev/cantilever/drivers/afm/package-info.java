/**
 * A simulated atomic force microscope in amplitude modulation: probe, surface, tip, height loop,
 * scanner and their imperfections.
 *
 * <p>Read {@link dev.cantilever.drivers.afm.AfmTwin} first; an {@link
 * dev.cantilever.drivers.afm.AfmSetup} says which microscope it is, {@link
 * dev.cantilever.drivers.afm.AfmSettings} what an operator has set. SI units throughout; x right, y
 * up, z away from the sample; row 0 of a field lies at the lowest y. The twin is a pure function of
 * setup and calls: sample, tip, drift and faults draw from streams of the world seed, detector and
 * thermal motion from streams of the noise seed, so that noise moves nothing. Truth is read through
 * {@link dev.cantilever.drivers.afm.AfmTruth} alone. One thread at a time may use a twin.
 */
package dev.cantilever.drivers.afm;
