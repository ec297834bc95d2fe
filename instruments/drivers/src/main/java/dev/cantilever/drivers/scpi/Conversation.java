package dev.cantilever.drivers.scpi;

import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.account.Entry.Stage;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One command over the link: every line once, then what the error queue says, then what is read
 * back. A line is never sent again, whatever happens; only what the instrument reads back, within
 * the tolerance, counts as done.
 */
final class Conversation {

  private static final TimeSpan POLL = new TimeSpan(0.02);

  private final Link link;
  private final Reader reader;
  private final Order order;
  private final Entry intent;
  private final Recipe recipe;
  private final Map<String, Object> parts;

  Conversation(Link link, Reader reader, Order order, Entry intent) {
    this.link = link;
    this.reader = reader;
    this.order = order;
    this.intent = intent;
    this.recipe = order.recipe();
    this.parts = order.parts();
  }

  /** Carries it out; the stage says how it ended. */
  Entry hold() {
    Deadline deadline = order.whole();
    List<String> lines = order.wording().lines();
    int sent = 0;
    try {
      for (String line : lines) {
        link.tell(line, deadline, this::isWanted);
        sent++;
        DeviceError error = reader.error(deadline);
        if (!error.isNone()) {
          return refused(error);
        }
      }
      return readBack(deadline);
    } catch (NothingSent unsent) {
      return sent == 0
          ? intent.as(Stage.UNSENT, unsent.getMessage())
          : unknown(
              "%d of %d lines were sent: %s".formatted(sent, lines.size(), unsent.getMessage()));
    } catch (IOException lost) {
      return unknown("the link was lost with the command in flight: " + lost.getMessage());
    }
  }

  private boolean isWanted() {
    return link.stops() == order.stopsSeen();
  }

  private Entry refused(DeviceError error) {
    return recipe.isOneMessage() && error.provesNothingDone()
        ? intent.as(Stage.REFUSED, error.words())
        : unknown(error.words() + "; whether anything was done is not known");
  }

  private Entry readBack(Deadline deadline) throws IOException {
    Deadline settled = deadline.atMost(recipe.settle());
    while (true) {
      List<Reading.Outcome> readings = new ArrayList<>();
      String wrong = "";
      for (Check check : recipe.checks()) {
        double read = reader.steadily(check.query(), deadline);
        readings.add(new Reading.Outcome(check.name(), read, 0));
        if (wrong.isEmpty() && !check.holds(read, parts)) {
          wrong =
              "%s reads %s, expected was %s within %s"
                  .formatted(check.name(), read, check.expected().value(parts), check.tolerance());
        }
      }
      if (wrong.isEmpty()) {
        readings.addAll(sensors(deadline));
        return intent.done(readings);
      }
      if (settled.hasPassed() || !isWanted()) {
        return unknown(wrong);
      }
      settled.pause(POLL);
    }
  }

  private List<Reading.Outcome> sensors(Deadline deadline) throws IOException {
    List<Reading.Outcome> readings = new ArrayList<>();
    for (Sensor sensor : recipe.sensors()) {
      readings.add(
          new Reading.Outcome(sensor.name(), reader.steadily(sensor.query(), deadline), 0));
    }
    return readings;
  }

  private Entry unknown(String words) {
    return intent.as(Stage.UNKNOWN, words);
  }
}
