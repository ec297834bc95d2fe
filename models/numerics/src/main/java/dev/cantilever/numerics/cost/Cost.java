package dev.cantilever.numerics.cost;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/**
 * What something costs; every part finite and at least 0.
 *
 * @param seconds of time
 * @param metres of travel
 * @param dose in the one unit in which the campaign counts dose
 */
public record Cost(
    @Doc("Time, s.") @Bounds(min = 0, max = 1e9) @Default("0") double seconds,
    @Doc("Travel, m.") @Bounds(min = 0, max = 1e9) @Default("0") double metres,
    @Doc("Dose, in the campaign's unit of dose.") @Bounds(min = 0, max = 1e300) @Default("0")
        double dose) {

  public static final Cost NOTHING = new Cost(0, 0, 0);

  public Cost {
    requireAmount("seconds", seconds);
    requireAmount("metres", metres);
    requireAmount("dose", dose);
  }

  public static Cost ofSeconds(double seconds) {
    return new Cost(seconds, 0, 0);
  }

  public Cost plus(Cost other) {
    return new Cost(seconds + other.seconds, metres + other.metres, dose + other.dose);
  }

  /**
   * {@code a(x)/c(x)} with c in seconds (Snoek, Larochelle and Adams, NeurIPS 2012, section 3.2,
   * arXiv:1206.2944). Only for acquisition values of at least 0: dividing a negative one would
   * favour the expensive.
   */
  public double perSecond(double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(
          ("acquisition value %s; only one of at least 0 can be divided by a cost: use an"
                  + " improvement or its logarithm")
              .formatted(value));
    }
    return value / requireTime();
  }

  /** {@code log a(x) − log c(x)}, for values known by their logarithm. */
  public double logPerSecond(double logValue) {
    return logValue - StrictMath.log(requireTime());
  }

  private double requireTime() {
    if (seconds == 0) {
      throw new IllegalArgumentException(
          "the cost is 0 s and cannot divide; give every candidate a time above 0");
    }
    return seconds;
  }

  private static void requireAmount(String name, double amount) {
    if (!(amount >= 0) || Double.isInfinite(amount)) {
      throw new IllegalArgumentException(
          "%s is %s; it must be finite and at least 0".formatted(name, amount));
    }
  }
}
