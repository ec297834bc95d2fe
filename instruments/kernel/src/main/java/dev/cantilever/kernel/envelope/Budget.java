package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;

/** What one run may use up. */
public record Budget(TimeSpan time, Length travel, long loops) {

  public Budget {
    if (!(time.seconds() >= 0 && time.seconds() <= Double.MAX_VALUE)
        || !(travel.metres() >= 0 && travel.metres() <= Double.MAX_VALUE)
        || loops < 0) {
      throw new IllegalArgumentException("a budget cannot be negative, infinite or NaN");
    }
  }

  boolean covers(Cost spent) {
    return spent.time().seconds() <= time.seconds()
        && spent.travel().metres() <= travel.metres()
        && spent.loops() <= loops;
  }
}
