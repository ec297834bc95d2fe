package dev.cantilever.vocabulary.wire;

/** Text from elsewhere that is not what it must be; the message says where and why. */
public final class WireFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WireFailure(String message) {
    super(message);
  }

  WireFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
