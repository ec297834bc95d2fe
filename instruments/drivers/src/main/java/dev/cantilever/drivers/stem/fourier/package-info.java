/**
 * Discrete Fourier transforms of power-of-two length with the same bits on every machine.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.fourier.Fourier} first. Real and imaginary parts stand
 * in two arrays; forward has the negative exponent, and backward divides by the number of samples.
 */
package dev.cantilever.drivers.stem.fourier;
