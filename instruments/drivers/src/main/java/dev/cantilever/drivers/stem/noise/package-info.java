/**
 * Random numbers of the distributions that a microscope needs, out of a seeded stream of words.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.noise.Variates} first. One stream per source:
 * switching one source off leaves every other sequence as it was. Not safe for several threads.
 */
package dev.cantilever.drivers.stem.noise;
