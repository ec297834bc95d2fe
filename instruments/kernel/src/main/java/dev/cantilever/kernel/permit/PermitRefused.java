package dev.cantilever.kernel.permit;

/** A driver held a permit that is spent, stale or stopped; it must not act. */
public final class PermitRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PermitRefused(String message) {
    super(message);
  }
}
