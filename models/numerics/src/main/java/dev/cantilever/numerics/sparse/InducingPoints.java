package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Points;

/**
 * Where a sparse process keeps what it knows of the function: {@code u = f(U) + e}, {@code e ~ N(0,
 * jitter I)}. The white noise e keeps {@code K_uu} well conditioned however close two points are;
 * the bound is one with it as without it.
 *
 * @param points U, m × d, m at least 1
 * @param jitter variance of e, in units of standardised observations; finite and at least 0
 */
public record InducingPoints(Points points, double jitter) {

  /** Far below any variance that matters, far above the rounding errors of a factor. */
  public static final double USUAL_JITTER = 1e-8;

  public InducingPoints {
    if (points.size() == 0) {
      throw new IllegalArgumentException("at least one inducing point is needed, not 0");
    }
    if (!(jitter >= 0) || Double.isInfinite(jitter)) {
      throw new IllegalArgumentException(
          "the jitter of inducing points must be finite and at least 0, not %s; usual is %s"
              .formatted(jitter, USUAL_JITTER));
    }
  }

  /** With the usual jitter of 1e-8. */
  public static InducingPoints of(Points points) {
    return new InducingPoints(points, USUAL_JITTER);
  }

  int size() {
    return points.size();
  }
}
