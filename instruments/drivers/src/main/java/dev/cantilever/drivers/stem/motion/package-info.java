/**
 * How the stage really moves: backlash, settling and drift.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.motion.Stage} first. Its position is the point of the
 * specimen under the optical axis. Time is passed in; nothing here reads a clock. One owner each.
 */
package dev.cantilever.drivers.stem.motion;
