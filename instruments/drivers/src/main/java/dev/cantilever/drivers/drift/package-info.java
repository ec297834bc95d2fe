/**
 * How far a picture lies beside another one, and what that says of the drift of the sample.
 *
 * <p>Read {@link dev.cantilever.drivers.drift.Registration} first for one pair of pictures, then
 * {@link dev.cantilever.drivers.drift.DriftTrack} for many. Everything here is a pure function of
 * its arguments, without a clock; times are passed in.
 */
package dev.cantilever.drivers.drift;
