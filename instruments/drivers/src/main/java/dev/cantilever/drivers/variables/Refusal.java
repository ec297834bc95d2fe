package dev.cantilever.drivers.variables;

import java.io.IOException;

/** The other side says no, and that it has not begun. */
public final class Refusal extends IOException {

  private static final long serialVersionUID = 1L;

  public Refusal(String message) {
    super(message);
  }
}
