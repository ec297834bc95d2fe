package dev.cantilever.drivers.ising;

/**
 * A number with the standard error of its estimation.
 *
 * @param standardError at least 0
 */
record Estimate(double value, double standardError) {

  Estimate {
    if (!Double.isFinite(value) || !(standardError >= 0 && standardError <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "an estimate is finite and its standard error at least 0, not %s ± %s"
              .formatted(value, standardError));
    }
  }

  Estimate times(double positive) {
    return new Estimate(value * positive, standardError * positive);
  }
}
