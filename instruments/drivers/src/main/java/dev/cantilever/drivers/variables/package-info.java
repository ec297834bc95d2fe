/**
 * Instruments that are a set of named numbers in somebody's control system: a new one is a
 * description file beside its profile, not code.
 *
 * <p>Read {@link dev.cantilever.drivers.variables.VariablesDriver} first. What always holds: a
 * setting is put once and believed only when its readback says so; nothing is put before the
 * instrument has said who it is.
 */
package dev.cantilever.drivers.variables;
