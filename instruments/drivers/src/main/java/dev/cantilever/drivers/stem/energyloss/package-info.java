/**
 * Electron energy-loss spectra: zero loss, bulk plasmons with all orders of plural scattering, core
 * edges and the surface modes of particles.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.energyloss.PluralScattering} first. Energies are
 * electron volts, as everywhere in the field; all other units are SI. Expected spectra are pure
 * functions, and the logarithm of total over zero loss is the mean number of losses exactly.
 */
package dev.cantilever.drivers.stem.energyloss;
