package dev.cantilever.drivers.replay;

import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.TimeSpan;

/**
 * Instrument time of what was recorded.
 *
 * @param site for what is read at one site, positioning included
 * @param scan for the pictures of the whole
 */
record RecordedTimes(TimeSpan site, TimeSpan scan) {

  TimeSpan of(Recording recording, Verb verb) {
    if (recording.curves(verb).isPresent()) {
      return site;
    }
    return recording.pictures(verb).isEmpty() ? new TimeSpan(0) : scan;
  }
}
