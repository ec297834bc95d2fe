package dev.cantilever.drivers.account;

import dev.cantilever.drivers.account.Entry.Stage;
import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commands to an instrument that keeps no record of its own, one at a time: who answers is checked,
 * the intent noted, the command sent once, what came of it noted. A stop waits for none of that.
 */
public final class Exchange implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 20;

  private final FarSide farSide;
  private final Account account;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong stops = new AtomicLong();
  private final long openedNanos = System.nanoTime();
  private volatile boolean lostInFlight;

  public Exchange(FarSide farSide, Account account) {
    this.farSide = farSide;
    this.account = account;
  }

  /** A stop that is about to be sent. */
  public interface Stopping {
    void send() throws IOException;
  }

  /** Since this was made. */
  public TimeSpan elapsed() {
    return new TimeSpan((System.nanoTime() - openedNanos) * 1e-9);
  }

  /** Takes the instrument for one exchange; false where another has it. */
  public boolean begins() {
    try {
      return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives it back. */
  public void ends() {
    lock.unlock();
  }

  /** Everything was read again; what was lost in flight has been looked at. */
  public void seen() {
    lostInFlight = false;
  }

  /** What an instrument is that does not answer. */
  public DeviceState silent() {
    return lostInFlight ? DeviceState.UNKNOWN : DeviceState.OFFLINE;
  }

  /** Does the command of a permit. */
  public Outcome execute(Permit permit) {
    if (!begins()) {
      return new Outcome.Failed("another command has the instrument; nothing was sent");
    }
    try {
      return identified(permit, stops.get());
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (IOException | ConnectionFailure hindrance) {
      return new Outcome.Failed("nothing was sent: " + hindrance.getMessage());
    } finally {
      ends();
    }
  }

  private Outcome identified(Permit permit, long stopsBefore) throws IOException {
    farSide.identify();
    Command command = permit.redeem();
    permit.lastLook(new CommandText().write(command));
    Optional<String> reason = farSide.cannot(command);
    if (reason.isPresent()) {
      return new Outcome.Failed(reason.get());
    }
    if (command.verb().effect() == Effect.READ) {
      return new Outcome.Completed(new Reading.Trial(farSide.read(command)), new TimeSpan(0));
    }
    if (account.knows(permit.key())) {
      return new Outcome.Unknown(permit.key() + " was begun before and is not sent again");
    }
    Entry intent = Entry.intended(command, farSide.read(command));
    account.write(permit.key(), intent, 0);
    return noted(
        permit.key(),
        stops.get() == stopsBefore
            ? farSide.send(intent)
            : new Ended(intent.as(Stage.UNSENT, "it was stopped before it was sent"), 0));
  }

  private Outcome noted(CommandKey key, Ended ended) {
    lostInFlight |= ended.entry().stage() == Stage.UNKNOWN;
    try {
      account.write(key, ended.entry(), ended.seconds());
      return ended.outcome();
    } catch (ConnectionFailure unwritten) {
      return new Outcome.Unknown(unwritten.getMessage());
    }
  }

  /** What became of a command; where that was lost, the instrument is looked at. */
  public Recollection recall(CommandKey key) {
    Optional<Entry> lost = account.lost(key);
    if (lost.isPresent() && begins()) {
      try {
        farSide.identify();
        Entry settled = farSide.settle(lost.get(), account.stoppedSince());
        if (!settled.equals(lost.get())) {
          account.write(key, settled, 0);
        }
      } catch (IOException | ConnectionFailure unreadable) {
        // it stays lost; asked again later, it may be found
      } finally {
        ends();
      }
    }
    return account.recall(key);
  }

  /** What is known of a command. */
  public Optional<Command> command(CommandKey key) {
    return account.entry(key).flatMap(Entry::command);
  }

  /** Sends a stop at once, past a command that runs; what has not been sent yet never is. */
  public void stop(Stopping stopping) {
    stops.incrementAndGet();
    try {
      stopping.send();
      account.stopped();
    } catch (IOException unreached) {
      throw new ConnectionFailure("the stop did not arrive: " + unreached.getMessage(), unreached);
    }
  }

  @Override
  public void close() {
    account.close();
  }
}
