/**
 * A simulated furnace with a pulsed laser that deposits a film: temperature, pressure, thickness.
 *
 * <p>Read {@link dev.cantilever.drivers.synthesis.SynthesisTwin} first. Between commands everything
 * follows closed forms, so the result does not depend on how time is cut into steps. SI units; not
 * safe for several threads.
 */
package dev.cantilever.drivers.synthesis;
