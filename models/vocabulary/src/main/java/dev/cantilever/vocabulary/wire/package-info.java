/**
 * The vocabulary as JSON between programs: what goes to an instrument elsewhere and what comes
 * back.
 *
 * <p>Read {@link dev.cantilever.vocabulary.wire.Wire} first. What is written reads back equal; what
 * comes from elsewhere is read strictly and with bounds, and refused with the place where it is
 * wrong. All is immutable and without state.
 */
package dev.cantilever.vocabulary.wire;
