package dev.cantilever.drivers.scpi;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import java.util.Map;

/**
 * A command whose permit was redeemed.
 *
 * @param wording its lines, as the second check has seen them
 * @param stopsSeen the count of stops before that; one more, and nothing of it is sent any more
 * @param deadline by which it has ended, settling apart
 */
record Order(CommandKey key, Wording wording, Recipe recipe, long stopsSeen, Deadline deadline) {

  Command command() {
    return wording.command();
  }

  Map<String, Object> parts() {
    return Particulars.of(command());
  }

  /** The deadline with all the time that settling may take. */
  Deadline whole() {
    return new Deadline(deadline.atNanos() + Math.round(recipe.settle().seconds() * 1e9));
  }
}
