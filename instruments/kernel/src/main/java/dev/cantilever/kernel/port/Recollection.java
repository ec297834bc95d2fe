package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;

/** What an instrument's own record says of a command. */
public sealed interface Recollection {

  /** It was done, and this is what it read. */
  record Done(Reading reading, TimeSpan duration) implements Recollection {}

  /** It never reached the instrument. */
  record NeverArrived() implements Recollection {}

  /** The instrument cannot tell. */
  record CannotTell(String reason) implements Recollection {}
}
