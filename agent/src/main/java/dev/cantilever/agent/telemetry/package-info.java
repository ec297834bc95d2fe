/**
 * Spans of runs and calls for an OpenTelemetry collector, where an operator names one.
 *
 * <p>Read {@link dev.cantilever.agent.telemetry.Telemetry} first. Spans are made from the journal
 * once a run has ended: nothing waits for a collector, and where none is named nothing is started.
 * They carry names, times and outcomes, never arguments, results or sentences. The journal is the
 * record; this is not.
 */
package dev.cantilever.agent.telemetry;
