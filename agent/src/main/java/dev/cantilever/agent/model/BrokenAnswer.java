package dev.cantilever.agent.model;

/** An answer on the wire that is none; the message is a whole clause of our own. */
final class BrokenAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenAnswer(String reason) {
    super(reason);
  }
}
