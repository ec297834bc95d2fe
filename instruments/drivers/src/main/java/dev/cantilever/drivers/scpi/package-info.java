/**
 * Instruments that speak lines of text over TCP or a serial port, as SCPI has them (IEEE 488.2 and
 * SCPI-99): a new one is a description file beside its profile, not code.
 *
 * <p>Read {@link dev.cantilever.drivers.scpi.ScpiFactory} first, then {@link
 * dev.cantilever.drivers.scpi.ScpiDriver}. What always holds: every read and every write ends at a
 * deadline of our own; one command is in flight; who answers is asked at every connection; a
 * command that acts is written once and believed only when the instrument reads it back; a link
 * that was silent for too long is closed, so that a late reply is never taken for the next one.
 *
 * <p>A driver is used from one thread, but for {@code watch} and {@code stop}, which come from any.
 */
package dev.cantilever.drivers.scpi;
