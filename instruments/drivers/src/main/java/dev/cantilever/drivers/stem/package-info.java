/**
 * A scanning transmission electron microscope, simulated: images, spectra and diffraction of
 * specimens that are known atom by atom and suffer from being looked at.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.StemTwin} first. SI units, energy losses in electron
 * volts; sample frame right-handed with x right and y up; images have row 0 at the lowest y.
 * Everything follows from scene, instrument, settings and two seeds: one for what is, one for the
 * noise of looking. Time is the twin's own. Nothing here is safe for several threads but the
 * records.
 */
package dev.cantilever.drivers.stem;
