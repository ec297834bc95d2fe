/**
 * Instruments that replay recorded data sets: the probe moves, a loop is acquired, time passes on a
 * virtual clock.
 *
 * <p>Read {@link dev.cantilever.drivers.replay.LoopGridDriver} first. Recorded data cannot answer
 * what was not recorded: a loop with another bias than the recorded one is refused, not
 * interpolated. Each instrument keeps a ledger of its own of everything it did; that ledger
 * outlives the process and is the judge of what happened.
 */
package dev.cantilever.drivers.replay;
