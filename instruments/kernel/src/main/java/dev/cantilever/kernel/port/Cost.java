package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Default;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command uses up.
 *
 * @param time instrument time
 * @param travel distance travelled
 * @param loops loops written into the sample
 * @param exposure time for which a beam or a laser is on the sample
 * @param impulse bias times its duration, without its sign
 * @param probes new probes put in
 */
public record Cost(
    TimeSpan time,
    Length travel,
    long loops,
    @Default("\"0 s\"") TimeSpan exposure,
    @Default("\"0 V*s\"") Impulse impulse,
    @Default("0") long probes) {

  public static final Cost NONE = new Cost(new TimeSpan(0), new Length(0), 0);

  /** One new probe, and the time that it takes to put it in. */
  public static Cost newProbe(TimeSpan time) {
    return new Cost(time, new Length(0), 0, new TimeSpan(0), new Impulse(0), 1);
  }

  /** Of a command that needs no new probe. */
  public Cost(TimeSpan time, Length travel, long loops, TimeSpan exposure, Impulse impulse) {
    this(time, travel, loops, exposure, impulse, 0);
  }

  /** Of a command that neither exposes nor applies a bias for long. */
  public Cost(TimeSpan time, Length travel, long loops) {
    this(time, travel, loops, new TimeSpan(0), new Impulse(0));
  }

  public Cost plus(Cost other) {
    return new Cost(
        new TimeSpan(time.seconds() + other.time.seconds()),
        new Length(travel.metres() + other.travel.metres()),
        saturated(loops, other.loops),
        new TimeSpan(exposure.seconds() + other.exposure.seconds()),
        new Impulse(impulse.voltSeconds() + other.impulse.voltSeconds()),
        saturated(probes, other.probes));
  }

  /** As often as {@code times}; at least once. */
  public Cost times(int times) {
    return new Cost(
        new TimeSpan(time.seconds() * times),
        new Length(travel.metres() * times),
        many(loops, times),
        new TimeSpan(exposure.seconds() * times),
        new Impulse(impulse.voltSeconds() * times),
        many(probes, times));
  }

  /** The greater of both in every part. */
  public Cost orMore(Cost other) {
    return new Cost(
        new TimeSpan(Math.max(time.seconds(), other.time.seconds())),
        new Length(Math.max(travel.metres(), other.travel.metres())),
        Math.max(loops, other.loops),
        new TimeSpan(Math.max(exposure.seconds(), other.exposure.seconds())),
        new Impulse(Math.max(impulse.voltSeconds(), other.impulse.voltSeconds())),
        Math.max(probes, other.probes));
  }

  private static long many(long count, int times) {
    return count > Long.MAX_VALUE / times ? Long.MAX_VALUE : count * times;
  }

  /** Whether no part gives anything back and every part is a number. */
  public boolean isDebit() {
    return time.seconds() >= 0
        && travel.metres() >= 0
        && loops >= 0
        && exposure.seconds() >= 0
        && impulse.voltSeconds() >= 0
        && probes >= 0;
  }

  /** Words for people; what it has nothing of is not named. */
  public String inWords() {
    List<String> parts = new ArrayList<>();
    part(parts, time, "of instrument time");
    part(parts, travel, "of travel");
    if (loops != 0) {
      parts.add(loops + (loops == 1 ? " loop" : " loops"));
    }
    part(parts, exposure, "of exposure");
    part(parts, impulse, "of bias");
    if (probes != 0) {
      parts.add("new probes: " + probes);
    }
    return parts.isEmpty() ? "nothing that is counted" : String.join(", ", parts);
  }

  private static void part(List<String> parts, Quantity quantity, String what) {
    if (quantity.canonical() != 0) {
      parts.add(quantity.shown() + " " + what);
    }
  }

  /** A sum of counts that ran over its end stays at that end. */
  private static long saturated(long count, long added) {
    long sum = count + added;
    boolean overflown = ((count ^ sum) & (added ^ sum)) < 0;
    return overflown ? (sum < 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
  }
}
