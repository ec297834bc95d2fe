/**
 * Runs: their journal as typed events, the state folded from them, and where they lie on disk.
 *
 * <p>Read {@link dev.cantilever.tools.run.RunState} first. State is never stored; it is folded from
 * the journal, by pure functions. {@link dev.cantilever.tools.run.RunLog} is the one stateful
 * class; one thread at a time uses it.
 */
package dev.cantilever.tools.run;
