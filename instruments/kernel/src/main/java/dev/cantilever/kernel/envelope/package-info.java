/**
 * All that an instrument may be asked, and the check that refuses the rest.
 *
 * <p>Read {@link dev.cantilever.kernel.envelope.EnvelopeCheck} first. The check is total: for every
 * input it returns a {@link dev.cantilever.kernel.envelope.Decision} and never throws. It is
 * written in the accepting direction, so NaN fails. Nothing is clipped. What is not listed is
 * refused.
 */
package dev.cantilever.kernel.envelope;
