package dev.cantilever.drivers.http;

import java.io.IOException;

/** A request without an answer that can be used. */
final class Lost extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  Lost(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  Lost(String message, int status) {
    super(message);
    this.status = status;
  }

  /** The server's refusal; 0 where it said nothing. */
  int status() {
    return status;
  }
}
