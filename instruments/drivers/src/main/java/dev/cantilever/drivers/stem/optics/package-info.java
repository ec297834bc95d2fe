/**
 * Electron optics of a scanning transmission microscope: beam, aberrations, the probe that they
 * form, and what tuning does to them.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.optics.Probe} first. Lengths are metres, angles
 * radians, energies volts of acceleration; aberrations follow Krivanek's and Uhlemann's short names
 * (C1, A1, B2, …). Records are immutable; {@link dev.cantilever.drivers.stem.optics.Corrector} has
 * one owner.
 */
package dev.cantilever.drivers.stem.optics;
