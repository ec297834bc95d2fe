package dev.cantilever.drivers.scpi;

import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.account.Entry.Stage;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a command whose outcome was lost, as the instrument's settings show it. Only of
 * settings of one message that hold at once and mean the same however often they are made: where
 * all read as asked, it was done; where all read exactly as before, and no stop can have set them
 * back, nothing came of it. Anything else stays unknown.
 */
final class Hindsight {

  private final Reader reader;

  Hindsight(Reader reader) {
    this.reader = reader;
  }

  /** Whether looking can tell. */
  static boolean canTell(Command command, Recipe recipe) {
    return command.verb().replay() == Verb.Replay.IDEMPOTENT
        && recipe.settle().seconds() == 0
        && recipe.isOneMessage();
  }

  /** What the checks of a command read now. */
  List<Reading.Outcome> read(Recipe recipe, Deadline deadline) throws IOException {
    List<Reading.Outcome> readings = new ArrayList<>();
    for (Check check : recipe.checks()) {
      double value = reader.patiently(check.query(), deadline);
      readings.add(new Reading.Outcome(check.name(), value, 0));
    }
    return readings;
  }

  /** The entry, settled where that is possible. */
  Entry settle(Entry lost, Recipe recipe, boolean stoppedSince, Deadline deadline)
      throws IOException {
    Command command = lost.command().orElseThrow();
    if (!canTell(command, recipe)) {
      return lost;
    }
    List<Reading.Outcome> now = read(recipe, deadline);
    if (holds(recipe, now, Particulars.of(command))) {
      return lost.done(now);
    }
    boolean isTelling = recipe.survivesStop() || !stoppedSince;
    return isTelling && now.equals(lost.readings())
        ? lost.as(Stage.UNSENT, "the instrument reads as before")
        : lost;
  }

  private static boolean holds(
      Recipe recipe, List<Reading.Outcome> read, Map<String, Object> parts) {
    for (int i = 0; i < read.size(); i++) {
      if (!recipe.checks().get(i).holds(read.get(i).value(), parts)) {
        return false;
      }
    }
    return true;
  }
}
