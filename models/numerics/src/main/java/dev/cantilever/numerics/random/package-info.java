/**
 * Named streams of random numbers from one seed, the same on every machine.
 *
 * <p>Read {@link dev.cantilever.numerics.random.RandomStream} first.
 */
package dev.cantilever.numerics.random;
