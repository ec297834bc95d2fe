/**
 * The one door to hardware.
 *
 * <p>Read {@link dev.cantilever.kernel.permit.Gate} first. A driver acts only on a {@link
 * dev.cantilever.kernel.permit.Permit}; only the gate of this package can make one, for one exact
 * command, for one use, for at most two seconds. A gate is used by one thread at a time, but for
 * {@code stop}, which any thread may call at any moment.
 */
package dev.cantilever.kernel.permit;
