/**
 * Physical numbers and their units: no bare {@code double} crosses a module.
 *
 * <p>Read {@link dev.cantilever.vocabulary.quantity.Quantity} first. Every quantity holds its value
 * in the SI unit of its {@link dev.cantilever.vocabulary.quantity.QuantityKind}; conversion from
 * what people write is exact decimal arithmetic ({@link dev.cantilever.vocabulary.quantity.Unit}).
 * A quantity may hold any {@code double}, also NaN: judging values is the envelope's work, and it
 * must see them. All types are immutable.
 */
package dev.cantilever.vocabulary.quantity;
