/**
 * The account of electrons that each part of a sample has got. Start with {@link
 * dev.cantilever.kernel.dose.DoseMap}. Debited before a beam comes on, given back only where the
 * driver proves that nothing happened.
 */
package dev.cantilever.kernel.dose;
