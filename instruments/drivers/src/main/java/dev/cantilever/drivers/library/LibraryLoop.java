package dev.cantilever.drivers.library;

/**
 * Piezoresponse of one site: a loop from the negative end to the positive one and back, and what a
 * short look at the domains tells. The arrays are the record's own and must not be changed.
 *
 * @param seconds time the measurement took
 * @param response d33 with sign, m/V, at each bias
 * @param wallDensity length of walls per area, relative
 * @param domainMetres mean size of a domain
 */
public record LibraryLoop(
    double seconds,
    double[] biasVolts,
    double[] response,
    double wallDensity,
    double domainMetres) {

  /** Half the difference of the responses at no bias: the remanent d33 in m/V. */
  public double remanentMetresPerVolt() {
    int quarter = biasVolts.length / 4;
    return 0.5 * (response[3 * quarter] - response[quarter]);
  }

  /** Half the difference between the greatest and the least response, m/V. */
  public double amplitudeMetresPerVolt() {
    double high = response[0];
    double low = response[0];
    for (double value : response) {
      high = Math.max(high, value);
      low = Math.min(low, value);
    }
    return 0.5 * (high - low);
  }
}
