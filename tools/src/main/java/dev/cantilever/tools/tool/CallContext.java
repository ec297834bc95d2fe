package dev.cantilever.tools.tool;

import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.id.CallId;

/**
 * What a tool may use while it runs.
 *
 * @param call the call that is running
 * @param bench the instruments
 * @param run the journal of the run it belongs to, and calls of other tools inside it
 */
public record CallContext(CallId call, Bench bench, RunPort run) {

  /** The name under which a device keeps the one command of this call. */
  public CommandKey commandKey() {
    return new CommandKey(run.id(), call);
  }
}
