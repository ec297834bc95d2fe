package dev.cantilever.drivers.scpi;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sends commands on the record: intent, conversation, outcome; and looks back at what was lost. */
final class Actuator {

  private final Link link;
  private final Reader reader;
  private final Account account;
  private final Hindsight hindsight;

  Actuator(Link link, Reader reader, Account account) {
    this.link = link;
    this.reader = reader;
    this.account = account;
    this.hindsight = new Hindsight(reader);
  }

  Outcome send(Order order) {
    try {
      Entry intent = Entry.intended(order.command(), before(order));
      account.write(order.key(), intent, 0);
      return send(order, intent);
    } catch (IOException | ConnectionFailure hindrance) {
      return new Outcome.Failed("nothing was sent: " + hindrance.getMessage());
    }
  }

  /** What the settings are that are about to change, for whoever must find out later. */
  private List<Reading.Outcome> before(Order order) throws IOException {
    return Hindsight.canTell(order.command(), order.recipe())
        ? hindsight.read(order.recipe(), order.whole())
        : List.of();
  }

  private Outcome send(Order order, Entry intent) {
    long began = System.nanoTime();
    Entry entry = new Conversation(link, reader, order, intent).hold();
    TimeSpan took = new TimeSpan((System.nanoTime() - began) * 1e-9);
    try {
      account.write(order.key(), entry, took.seconds());
    } catch (ConnectionFailure unwritten) {
      return new Outcome.Unknown(unwritten.getMessage());
    }
    if (link.stops() != order.stopsSeen()) {
      account.stopped();
    }
    return switch (entry.stage()) {
      case DONE -> new Outcome.Completed(new Reading.Trial(entry.readings()), took);
      case UNSENT, REFUSED -> new Outcome.Failed(entry.words());
      case INTENDED, UNKNOWN, STOPPED -> new Outcome.Unknown(entry.words());
    };
  }

  /** Settles a lost outcome where the instrument shows what came of the command. */
  void lookBack(CommandKey key, Description description, Deadline deadline) {
    Optional<Entry> lost = account.lost(key);
    Optional<Recipe> recipe = lost.flatMap(Entry::command).flatMap(description::recipe);
    if (recipe.isEmpty()) {
      return;
    }
    try {
      Entry settled = hindsight.settle(lost.get(), recipe.get(), account.stoppedSince(), deadline);
      if (!settled.equals(lost.get())) {
        account.write(key, settled, 0);
      }
    } catch (IOException | ConnectionFailure unreadable) {
      // it stays lost; asked again later, it may be found
    }
  }
}
