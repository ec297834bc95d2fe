/**
 * Drivers against the far end of a real wire: pseudo-terminals, sockets, and programs that others
 * wrote. A program that is not installed is named in one line and its tests are skipped.
 *
 * <p>Read {@link dev.cantilever.tests.protocol.Programs} first.
 */
package dev.cantilever.tests.protocol;
