package dev.cantilever.kernel.port;

/** An instrument could not be connected; the message is for a person. */
public final class ConnectionFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConnectionFailure(String message) {
    super(message);
  }

  public ConnectionFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
