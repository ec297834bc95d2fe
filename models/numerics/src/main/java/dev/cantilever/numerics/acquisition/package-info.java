/**
 * Acquisition functions: how much a candidate is worth measuring, from the posterior there.
 *
 * <p>Read {@link dev.cantilever.numerics.acquisition.AcquisitionFunction} first; for maximisation.
 */
package dev.cantilever.numerics.acquisition;
