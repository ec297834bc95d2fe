/**
 * Surfaces with known height and material, for a simulated microscope to look at.
 *
 * <p>Read {@link dev.cantilever.drivers.afm.sample.Sample} first. A sample is a pure function of
 * its parameters and its seed, defined everywhere and immutable: safe for several threads. Rough
 * ones repeat after tens of micrometres.
 */
package dev.cantilever.drivers.afm.sample;
