/**
 * What measuring a candidate promises.
 *
 * <p>Read {@link dev.cantilever.numerics.acquisition.AcquisitionFunction} first; {@link
 * dev.cantilever.numerics.acquisition.Situation} is all that one may look at.
 */
package dev.cantilever.numerics.acquisition;
