/**
 * What watches over an instrument while nobody asks anything of it.
 *
 * <p>Read {@link dev.cantilever.kernel.interlock.Guard} first: a state machine that takes time and
 * inputs as arguments and says what to do, without a clock and without I/O. {@link
 * dev.cantilever.kernel.interlock.Watchdog} drives it from a thread of its own. Several causes may
 * stand at once; the highest severity decides. What has tripped stays so until a named person
 * resets it, also across restarts.
 */
package dev.cantilever.kernel.interlock;
