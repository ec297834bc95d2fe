package dev.cantilever.drivers.scpi;

import java.io.IOException;

/** A line of which not one byte left this program. */
final class NothingSent extends IOException {

  private static final long serialVersionUID = 1L;

  NothingSent(String message) {
    super(message);
  }
}
