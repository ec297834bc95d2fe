package dev.cantilever.numerics.kernel;

/** What a layer of an infinite network does to covariances, before weight and bias variance. */
public enum Activation {
  ERF {
    @Override
    Response at(double both, double left, double right) {
      double a = 1 + 2 * left;
      double b = 1 + 2 * right;
      double root = Math.sqrt(a * b);
      double raw = 2 * both / root;
      double u = clipped(raw);
      double rate = u == raw ? 2 / StrictMath.PI / Math.sqrt(1 - u * u) : 0;
      return new Response(
          2 / StrictMath.PI * StrictMath.asin(u), rate * 2 / root, -rate * u / a, -rate * u / b);
    }
  },

  RELU {
    @Override
    Response at(double both, double left, double right) {
      double root = Math.sqrt(left * right);
      double raw = both / root;
      double angle = StrictMath.acos(clipped(raw));
      double rest = StrictMath.PI - angle;
      double sine = StrictMath.sin(angle);
      double ofRoot = root * sine / (4 * StrictMath.PI);
      return new Response(
          root * (sine + rest * raw) / (2 * StrictMath.PI),
          rest / (2 * StrictMath.PI),
          ofRoot / left,
          ofRoot / right);
    }
  };

  /** Nearer to ±1 the angle between two points is lost in rounding. */
  private static final double CLIP = 1 - 1e-7;

  /**
   * The covariance after a layer and how it changes.
   *
   * @param slopeBoth with the covariance before
   * @param slopeLeft with the variance of the one point
   * @param slopeRight with the variance of the other
   */
  record Response(double value, double slopeBoth, double slopeLeft, double slopeRight) {}

  abstract Response at(double both, double left, double right);

  private static double clipped(double cosine) {
    return Math.clamp(cosine, -CLIP, CLIP);
  }
}
