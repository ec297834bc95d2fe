package dev.cantilever.tools.journal;

/** The journal could not be read or written; nothing may act without it. */
public final class JournalFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JournalFailure(String message, Throwable cause) {
    super(message, cause);
  }

  JournalFailure(String message) {
    super(message);
  }
}
