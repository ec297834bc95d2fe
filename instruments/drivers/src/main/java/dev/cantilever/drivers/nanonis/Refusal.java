package dev.cantilever.drivers.nanonis;

import java.io.IOException;

/** The controller's own error; the line is in step. */
final class Refusal extends IOException {

  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
