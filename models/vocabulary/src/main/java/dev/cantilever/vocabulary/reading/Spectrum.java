package dev.cantilever.vocabulary.reading;

/**
 * A signal against an energy-like variable, here a bias sweep.
 *
 * @param sweep what was varied, in the order in which it was
 * @param response what was read, one value for each of {@code sweep}
 * @param quality the driver's verdict; never {@code GOOD} where a value is no finite number
 */
public record Spectrum(Axis sweep, Axis response, Quality quality) {

  public Spectrum {
    if (sweep.values().size() != response.values().size()) {
      throw new IllegalArgumentException(
          "a spectrum needs one response per sweep value: %d against %d"
              .formatted(response.values().size(), sweep.values().size()));
    }
    quality =
        quality == Quality.GOOD && !(sweep.values().isFinite() && response.values().isFinite())
            ? Quality.BAD
            : quality;
  }
}
