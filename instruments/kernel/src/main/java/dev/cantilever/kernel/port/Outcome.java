package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;

/** What became of a command that was sent. */
public sealed interface Outcome {

  /** It was done; {@code duration} is instrument time. */
  record Completed(Reading reading, TimeSpan duration) implements Outcome {}

  /** It was not done, and the instrument is as before. */
  record Failed(String reason) implements Outcome {}

  /** Whether it was done is not known. Never sent again; reconciled by reading the instrument. */
  record Unknown(String evidence) implements Outcome {}
}
