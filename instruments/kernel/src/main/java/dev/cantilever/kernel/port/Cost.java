package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;

/** What a command uses up: instrument time, distance travelled, loops written into the sample. */
public record Cost(TimeSpan time, Length travel, long loops) {

  public static final Cost NONE = new Cost(new TimeSpan(0), new Length(0), 0);

  public Cost plus(Cost other) {
    return new Cost(
        new TimeSpan(time.seconds() + other.time.seconds()),
        new Length(travel.metres() + other.travel.metres()),
        saturated(loops + other.loops, other.loops));
  }

  /** A sum of counts that ran over its end stays at that end. */
  private long saturated(long sum, long added) {
    boolean overflown = ((loops ^ sum) & (added ^ sum)) < 0;
    return overflown ? (added > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
  }
}
