/**
 * Seeded, named streams of random words for instruments that simulate or draw.
 *
 * <p>Read {@link dev.cantilever.drivers.random.Draws} first. Same seed and name, same words on
 * every machine.
 */
package dev.cantilever.drivers.random;
