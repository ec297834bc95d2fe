package dev.cantilever.numerics.reward;

import dev.cantilever.numerics.spectra.HysteresisLoop;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;

/** One number from one spectrum. */
public enum Scalariser {
  /**
   * Area of the closed loop of the real response against bias, whole cycle, by the shoelace
   * formula; in volts times the unit of the response.
   */
  LOOP_AREA("absolute shoelace area of the closed response-against-bias polygon, whole cycle") {
    @Override
    double of(Spectrum spectrum) {
      return HysteresisLoop.area(
          spectrum.sweep().values().toArray(), spectrum.response().values().toArray());
    }

    @Override
    String unit(Spectrum spectrum) {
      return spectrum.sweep().unit() + "·" + spectrum.response().unit();
    }
  },

  /** Largest minus smallest response. */
  RESPONSE_SPAN("largest minus smallest response") {
    @Override
    double of(Spectrum spectrum) {
      Series values = spectrum.response().values();
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < values.size(); i++) {
        low = Math.min(low, values.get(i));
        high = Math.max(high, values.get(i));
      }
      return high - low;
    }

    @Override
    String unit(Spectrum spectrum) {
      return spectrum.response().unit();
    }
  },

  /** Mean response over the sweep. */
  MEAN_RESPONSE("mean response over the sweep") {
    @Override
    double of(Spectrum spectrum) {
      Series values = spectrum.response().values();
      double sum = 0;
      for (int i = 0; i < values.size(); i++) {
        sum += values.get(i);
      }
      return sum / values.size();
    }

    @Override
    String unit(Spectrum spectrum) {
      return spectrum.response().unit();
    }
  };

  private final String definition;

  Scalariser(String definition) {
    this.definition = definition;
  }

  /** In words, exactly. */
  public String definition() {
    return definition;
  }

  /** The number; NaN where the spectrum holds one or is empty. */
  abstract double of(Spectrum spectrum);

  /** Symbol of its unit. */
  abstract String unit(Spectrum spectrum);
}
