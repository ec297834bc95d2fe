package dev.cantilever.drivers.account;

import dev.cantilever.drivers.ledger.Deed;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent to an instrument that keeps no record of its own: an intent is on the disk before
 * the first byte leaves, the outcome after the last. What has no intent never arrived; what has an
 * intent alone may have.
 */
public final class Account implements AutoCloseable {

  private static final String STOP = "stop";

  private final DeviceLedger<Entry> ledger;
  private final Map<String, Deed<Entry>> latest = new HashMap<>();
  private String last = "";
  private boolean stoppedSince;

  public Account(DeviceLedger<Entry> ledger) {
    this.ledger = ledger;
    ledger.deeds().forEach(this::remember);
  }

  private void remember(Deed<Entry> deed) {
    latest.put(deed.key(), deed);
    stoppedSince = deed.key().equals(STOP);
    last = stoppedSince ? last : deed.key();
  }

  /** Whether anything of a command with this name may have been sent. */
  public synchronized boolean knows(CommandKey key) {
    Deed<Entry> deed = latest.get(key.toString());
    return deed != null && deed.particulars().stage() != Entry.Stage.UNSENT;
  }

  public synchronized void write(CommandKey key, Entry entry, double seconds) {
    String verb = entry.command().orElseThrow().verb().word();
    append(new Deed<>(key.toString(), verb, entry, seconds));
  }

  /** Notes a stop, after it was sent: that must not wait for a disk, nor fail with it. */
  public synchronized void stopped() {
    Deed<Entry> stop = new Deed<>(STOP, STOP, Entry.stopped(), 0);
    try {
      append(stop);
    } catch (ConnectionFailure unwritten) {
      remember(stop);
    }
  }

  private void append(Deed<Entry> deed) {
    ledger.write(deed);
    ledger.force();
    remember(deed);
  }

  /** Whether the instrument was stopped after the last command. */
  public synchronized boolean stoppedSince() {
    return stoppedSince;
  }

  /** A command of which it is not known what came of it, if none was sent since. */
  public synchronized Optional<Entry> lost(CommandKey key) {
    return Optional.ofNullable(latest.get(key.toString()))
        .filter(deed -> deed.key().equals(last))
        .map(Deed::particulars)
        .filter(
            entry -> entry.stage() == Entry.Stage.INTENDED || entry.stage() == Entry.Stage.UNKNOWN);
  }

  /** What is known of a command. */
  public synchronized Optional<Entry> entry(CommandKey key) {
    return Optional.ofNullable(latest.get(key.toString())).map(Deed::particulars);
  }

  public synchronized Recollection recall(CommandKey key) {
    return Optional.ofNullable(latest.get(key.toString()))
        .map(Account::recollection)
        .orElseGet(Recollection.NeverArrived::new);
  }

  private static Recollection recollection(Deed<Entry> deed) {
    Entry entry = deed.particulars();
    return switch (entry.stage()) {
      case DONE ->
          new Recollection.Done(new Reading.Trial(entry.readings()), new TimeSpan(deed.seconds()));
      case UNSENT, REFUSED -> new Recollection.NeverArrived();
      case INTENDED ->
          new Recollection.CannotTell("it was about to be sent when this program ended");
      case UNKNOWN, STOPPED -> new Recollection.CannotTell(entry.words());
    };
  }

  @Override
  public void close() {
    ledger.close();
  }
}
