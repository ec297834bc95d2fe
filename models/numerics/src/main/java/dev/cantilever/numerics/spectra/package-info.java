/** Scalars from spectra and loops; pure functions of the samples in their order. */
package dev.cantilever.numerics.spectra;
