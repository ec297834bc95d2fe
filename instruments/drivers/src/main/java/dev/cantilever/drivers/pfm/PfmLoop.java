package dev.cantilever.drivers.pfm;

import java.util.List;

/**
 * One hysteresis loop: at each bias a fitted oscillator with the bias off and one with it on. The
 * bias starts at the negative end, rises to the positive one and returns.
 *
 * @param seconds time the loop took
 */
public record PfmLoop(
    double seconds, List<Double> biasVolts, List<ShoFit> offField, List<ShoFit> onField) {

  public PfmLoop {
    biasVolts = List.copyOf(biasVolts);
    offField = List.copyOf(offField);
    onField = List.copyOf(onField);
    if (offField.size() != biasVolts.size() || onField.size() != biasVolts.size()) {
      throw new IllegalArgumentException("a loop has one fit of each kind for every bias");
    }
  }

  /**
   * The off-field response a cos(φ − offset) at each step, in metres.
   *
   * @param offsetRadians phase of a positive response
   */
  public double[] response(double offsetRadians) {
    return offField.stream()
        .mapToDouble(
            fit ->
                fit.oscillator().amplitudeMetres()
                    * StrictMath.cos(fit.oscillator().phaseRadians() - offsetRadians))
        .toArray();
  }
}
