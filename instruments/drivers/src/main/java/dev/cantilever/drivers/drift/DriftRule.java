package dev.cantilever.drivers.drift;

import dev.cantilever.drivers.twin.ErrorFunction;

/**
 * How sure one must be before a drift is believed.
 *
 * @param periodSeconds least time between two sightings, above 0
 * @param mostSightings how many the latest is compared with at most, 3 to 1000
 * @param falseAlarmsPerDay how often a sample at rest may be said to drift, above 0, at most 1000
 */
public record DriftRule(double periodSeconds, int mostSightings, double falseAlarmsPerDay) {

  private static final double DAY = 86_400;
  private static final int DIRECTIONS = 4;
  private static final double FARTHEST = 8;

  public DriftRule {
    if (!(periodSeconds > 0 && falseAlarmsPerDay > 0 && falseAlarmsPerDay <= 1000)
        || mostSightings < 3
        || mostSightings > 1000) {
      throw new IllegalArgumentException(
          "no rule: a sighting every %s s, %d of them, %s false alarms a day"
              .formatted(periodSeconds, mostSightings, falseAlarmsPerDay));
    }
  }

  /** A picture a second at most, one false alarm a day. */
  public static DriftRule typical() {
    return new DriftRule(1, 64, 1);
  }

  /**
   * By how many of its standard errors the difference of two positions must stand out. A day has 86
   * 400 s / period sightings, each compared with all others along four directions; with normal
   * errors the false alarms of a day are at most as many as these comparisons times the tail of the
   * normal distribution beyond z (Boole's inequality), which this sets to what is allowed.
   */
  public double standardErrors() {
    double comparisons = DIRECTIONS * (mostSightings - 1) * DAY / periodSeconds;
    double tail = falseAlarmsPerDay / comparisons;
    double low = 0;
    double high = FARTHEST;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      boolean isTooSmall = ErrorFunction.normalBelow(-middle) > tail;
      low = isTooSmall ? middle : low;
      high = isTooSmall ? high : middle;
    }
    return high;
  }
}
