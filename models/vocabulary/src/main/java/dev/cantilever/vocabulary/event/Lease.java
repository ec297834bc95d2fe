package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Default;
import java.util.List;

/**
 * What plans may do without a question, given by a person beforehand. Narrower than the envelope,
 * which holds as well.
 *
 * @param instruments which they may act on
 * @param most the gravest effect of their calls
 * @param allowance what they may use up together, as predicted
 * @param holdsFor how long
 */
public record Lease(
    List<InstrumentId> instruments, Effect most, Allowance allowance, TimeSpan holdsFor) {

  public Lease {
    instruments = List.copyOf(instruments);
  }

  /**
   * Instrument time, exposure, hysteresis loops, and bias times its duration; what a lease from
   * before that was counted does not state is nothing.
   */
  public record Allowance(
      TimeSpan time, TimeSpan exposure, long loops, @Default("\"0 V*s\"") Impulse impulse) {

    /** Without bias. */
    public Allowance(TimeSpan time, TimeSpan exposure, long loops) {
      this(time, exposure, loops, new Impulse(0));
    }

    /** What remains of this after that; less than nothing where it was too much. */
    public Allowance minus(Allowance other) {
      return new Allowance(
          new TimeSpan(time.seconds() - other.time.seconds()),
          new TimeSpan(exposure.seconds() - other.exposure.seconds()),
          loops - other.loops,
          new Impulse(impulse.voltSeconds() - other.impulse.voltSeconds()));
    }

    /** Whether nothing of it was overdrawn. */
    public boolean suffices() {
      return time.seconds() >= 0
          && exposure.seconds() >= 0
          && loops >= 0
          && impulse.voltSeconds() >= 0;
    }
  }
}
