package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;

/** Names one command for ever: the device's own ledger and our journal agree by it. */
public record CommandKey(RunId run, CallId call) {

  @Override
  public String toString() {
    return run + "/" + call;
  }
}
