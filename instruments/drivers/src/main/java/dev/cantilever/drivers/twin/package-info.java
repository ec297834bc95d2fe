/**
 * What simulated instruments share: normal draws, the error function, checks of ranges, and the
 * optical microscope above a probe.
 *
 * <p>Read {@link dev.cantilever.drivers.twin.NormalDraws} first. Pure Java and strict elementary
 * functions: the same seed gives the same bits on every machine.
 */
package dev.cantilever.drivers.twin;
