/**
 * Rehearsals: a plan is run on copies of simulated instruments before it is run in earnest.
 *
 * <p>Read {@link dev.cantilever.tools.rehearsal.Rehearsal} first. Nothing but the folder of the
 * rehearsal changes, and no instrument is connected that has hardware behind it.
 */
package dev.cantilever.tools.rehearsal;
