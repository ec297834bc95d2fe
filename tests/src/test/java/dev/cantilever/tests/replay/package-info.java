/**
 * Recorded data of one's own, from a maker's file to an instrument, as the page for it says.
 *
 * <p>Read {@link dev.cantilever.tests.replay.BringYourOwnDataTest} first. {@code grid.3ds} is cut
 * from a recorded grid; NOTICE names its source and licence.
 */
package dev.cantilever.tests.replay;
