package dev.cantilever.drivers.account;

import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param entry what is noted of it
 * @param seconds that it took
 * @param reading what it brought; where it is left out, what was read back
 */
public record Ended(Entry entry, double seconds, Optional<Reading> reading) {

  public Ended(Entry entry, double seconds) {
    this(entry, seconds, Optional.empty());
  }

  /** The same for whoever asked for the command. */
  Outcome outcome() {
    return switch (entry.stage()) {
      case DONE ->
          new Outcome.Completed(
              reading.orElseGet(() -> new Reading.Trial(entry.readings())), new TimeSpan(seconds));
      case UNSENT, REFUSED -> new Outcome.Failed(entry.words());
      case INTENDED, UNKNOWN, STOPPED -> new Outcome.Unknown(entry.words());
    };
  }
}
