/**
 * Approvals as tickets: asked for at the desk, given by a person, used up by one run.
 *
 * <p>Read {@link dev.cantilever.tools.approval.Tickets} first. No tool gives an approval.
 */
package dev.cantilever.tools.approval;
