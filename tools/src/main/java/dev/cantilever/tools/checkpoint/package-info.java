/**
 * Signed statements of how far a journal has got, kept where whoever changes the journal does not
 * reach them.
 *
 * <p>Read {@link dev.cantilever.tools.checkpoint.Checkpoint} first. Files hold notes as public logs
 * write them (C2SP tlog-checkpoint and signed-note), so that others' programs read them too.
 */
package dev.cantilever.tools.checkpoint;
