package dev.cantilever.tools.plan;

/** A run that cannot go on; the message says why and what to do instead. */
public final class CannotResume extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotResume(String message) {
    super(message);
  }
}
