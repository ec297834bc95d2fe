/**
 * One way of writing a JSON value, so that equal values have equal bytes and equal hashes.
 *
 * <p>Read {@link dev.cantilever.tools.canonical.CanonicalJson} first. Everything here is pure.
 */
package dev.cantilever.tools.canonical;
