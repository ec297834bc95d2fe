/**
 * Bounded reading of bytes that nobody vouches for.
 *
 * <p>Read {@link dev.cantilever.tools.file.bytes.Reading} first. Every length, count and number
 * that comes from a file passes through it: what would lie outside the file, or ask for more memory
 * than the limits allow, is refused before anything is allocated. Readers belong to one thread.
 */
package dev.cantilever.tools.file.bytes;
