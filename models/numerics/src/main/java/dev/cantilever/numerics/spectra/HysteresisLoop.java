package dev.cantilever.numerics.spectra;

/** Scalarisers of hysteresis loops. */
public final class HysteresisLoop {

  private HysteresisLoop() {}

  /**
   * Absolute area of the closed polygon through (bias, response) by the shoelace formula, with the
   * edge from the last point back to the first: {@code |½ Σ (V_i y_{i+1} − V_{i+1} y_i)|}.
   *
   * @param bias n values, in volts, in the order of the sweep
   * @param response n values, in the unit of the detector
   * @return area in volts times that unit; 0 for fewer than three points; NaN where an input is
   */
  public static double area(double[] bias, double[] response) {
    if (bias.length != response.length) {
      throw new IllegalArgumentException(
          "%d bias values against %d responses".formatted(bias.length, response.length));
    }
    double twice = 0;
    for (int i = 0; i < bias.length; i++) {
      int next = i + 1 == bias.length ? 0 : i + 1;
      twice += bias[i] * response[next] - bias[next] * response[i];
    }
    return Math.abs(0.5 * twice);
  }
}
