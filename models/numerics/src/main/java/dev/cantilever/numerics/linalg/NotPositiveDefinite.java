package dev.cantilever.numerics.linalg;

/** A matrix has no Cholesky factor, not even with the largest jitter. */
public final class NotPositiveDefinite extends ArithmeticException {

  private static final long serialVersionUID = 1L;

  public NotPositiveDefinite(String message) {
    super(message);
  }
}
