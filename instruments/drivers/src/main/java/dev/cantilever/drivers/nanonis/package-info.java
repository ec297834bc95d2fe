/**
 * Scanning probe controllers that speak the Nanonis TCP programming interface.
 *
 * <p>Read {@link dev.cantilever.drivers.nanonis.NanonisDriver} first, then {@link
 * dev.cantilever.drivers.nanonis.Line} for the framing: a header of 40 bytes (command name of 32,
 * size of the body, response flag), everything big-endian, one request at a time on a connection.
 * Stops go over a connection of their own. What always holds: every wait ends at a deadline of
 * ours, sizes are judged before memory is taken, a line that lost step is closed.
 */
package dev.cantilever.drivers.nanonis;
