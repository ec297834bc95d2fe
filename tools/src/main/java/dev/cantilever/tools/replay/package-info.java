/**
 * Recomputing a run from its journal: every proposal, every reward, every computed result, bit for
 * bit.
 *
 * <p>Read {@link dev.cantilever.tools.replay.Replayer} first.
 */
package dev.cantilever.tools.replay;
