/**
 * Process variables of EPICS over PV Access: a new instrument is a description file beside its
 * profile, not code.
 *
 * <p>Read {@link dev.cantilever.drivers.variables.VariablesDriver} first, then {@link
 * dev.cantilever.drivers.epics.PvAccess}. What always holds: every wait ends at a deadline of ours.
 */
package dev.cantilever.drivers.epics;
