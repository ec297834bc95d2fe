package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Default;

/**
 * What one run may use up; what is not stated may not be used at all.
 *
 * @param exposure time for which a beam or a laser may be on the sample
 * @param impulse bias times its duration
 * @param probes new probes that a person may be asked to put in
 */
public record Budget(
    TimeSpan time,
    Length travel,
    long loops,
    @Default("\"0 s\"") TimeSpan exposure,
    @Default("\"0 V*s\"") Impulse impulse,
    @Default("0") long probes) {

  public Budget {
    if (!isAmount(time.seconds())
        || !isAmount(travel.metres())
        || loops < 0
        || !isAmount(exposure.seconds())
        || !isAmount(impulse.voltSeconds())
        || probes < 0) {
      throw new IllegalArgumentException("a budget cannot be negative, infinite or NaN");
    }
  }

  /** Without new probes. */
  public Budget(TimeSpan time, Length travel, long loops, TimeSpan exposure, Impulse impulse) {
    this(time, travel, loops, exposure, impulse, 0);
  }

  /** Without exposure and bias. */
  public Budget(TimeSpan time, Length travel, long loops) {
    this(time, travel, loops, new TimeSpan(0), new Impulse(0));
  }

  private static boolean isAmount(double value) {
    return value >= 0 && value <= Double.MAX_VALUE;
  }

  boolean covers(Cost spent) {
    return spent.time().seconds() <= time.seconds()
        && spent.travel().metres() <= travel.metres()
        && spent.loops() <= loops
        && spent.exposure().seconds() <= exposure.seconds()
        && spent.impulse().voltSeconds() <= impulse.voltSeconds()
        && spent.probes() <= probes;
  }

  /** Words for people. */
  String inWords() {
    return new Cost(time, travel, loops, exposure, impulse, probes).inWords();
  }
}
