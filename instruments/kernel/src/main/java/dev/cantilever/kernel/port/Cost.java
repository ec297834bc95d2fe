package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Default;

/**
 * What a command uses up.
 *
 * @param time instrument time
 * @param travel distance travelled
 * @param loops loops written into the sample
 * @param exposure time for which a beam or a laser is on the sample
 * @param impulse bias times its duration, without its sign
 */
public record Cost(
    TimeSpan time,
    Length travel,
    long loops,
    @Default("\"0 s\"") TimeSpan exposure,
    @Default("\"0 V*s\"") Impulse impulse) {

  public static final Cost NONE = new Cost(new TimeSpan(0), new Length(0), 0);

  /** Of a command that neither exposes nor applies a bias for long. */
  public Cost(TimeSpan time, Length travel, long loops) {
    this(time, travel, loops, new TimeSpan(0), new Impulse(0));
  }

  public Cost plus(Cost other) {
    return new Cost(
        new TimeSpan(time.seconds() + other.time.seconds()),
        new Length(travel.metres() + other.travel.metres()),
        saturated(loops + other.loops, other.loops),
        new TimeSpan(exposure.seconds() + other.exposure.seconds()),
        new Impulse(impulse.voltSeconds() + other.impulse.voltSeconds()));
  }

  /** As often as {@code times}; at least once. */
  public Cost times(int times) {
    return new Cost(
        new TimeSpan(time.seconds() * times),
        new Length(travel.metres() * times),
        Math.multiplyHigh(loops, times) == 0 ? loops * times : Long.MAX_VALUE,
        new TimeSpan(exposure.seconds() * times),
        new Impulse(impulse.voltSeconds() * times));
  }

  /** Whether no part gives anything back and every part is a number. */
  public boolean isDebit() {
    return time.seconds() >= 0
        && travel.metres() >= 0
        && loops >= 0
        && exposure.seconds() >= 0
        && impulse.voltSeconds() >= 0;
  }

  /** Words for people. */
  public String inWords() {
    return "%s, %s of travel, %d loops, %s of exposure and %s of bias"
        .formatted(time, travel, loops, exposure, impulse);
  }

  /** A sum of counts that ran over its end stays at that end. */
  private long saturated(long sum, long added) {
    boolean overflown = ((loops ^ sum) & (added ^ sum)) < 0;
    return overflown ? (sum < 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
  }
}
