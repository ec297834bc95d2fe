/**
 * The independent second check: what a driver is about to send, judged by the raw numbers of the
 * envelope's text. Written on its own; shares neither tables nor units nor types with {@code
 * dev.cantilever.kernel.envelope}, so that one mistake cannot pass both.
 */
package dev.cantilever.kernel.second;
