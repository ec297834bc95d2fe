/**
 * Process variables of EPICS over PV Access: a new instrument is a description file beside its
 * profile, not code.
 *
 * <p>Read {@link dev.cantilever.drivers.epics.EpicsDriver} first. What always holds: every wait
 * ends at a deadline of ours; a setting is put once and believed only when its readback says so.
 */
package dev.cantilever.drivers.epics;
