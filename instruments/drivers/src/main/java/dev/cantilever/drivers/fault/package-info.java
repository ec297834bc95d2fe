/**
 * Faults put into any driver on purpose.
 *
 * <p>Read {@link dev.cantilever.drivers.fault.Fault} first for what can go wrong, then {@link
 * dev.cantilever.drivers.fault.FaultyDriver}, which wraps a driver and lets it go wrong where a
 * {@link dev.cantilever.drivers.fault.FaultScript} says so. The same script gives the same faults.
 */
package dev.cantilever.drivers.fault;
