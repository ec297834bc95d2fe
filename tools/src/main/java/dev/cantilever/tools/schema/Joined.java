package dev.cantilever.tools.schema;

/**
 * Two records that stand as one object in JSON.
 *
 * @param <A> of the components that come first
 * @param <B> of the others
 */
public record Joined<A extends Record, B extends Record>(A first, B second) {}
