package dev.cantilever.drivers.nanonis;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.account.Entry.Stage;
import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A scanning probe microscope behind its controller. One command at a time; a stop goes over a line
 * of its own: it ends scan and approach and withdraws the tip.
 */
final class NanonisDriver implements Driver {

  private static final double SETTING_SECONDS = 0.5;
  private static final double SLACK = 1.5;

  private final InstrumentDescription offered;
  private final Controller controller;
  private final Controller stops;
  private final Acts acts;
  private final Account account;
  private final ReentrantLock exchange = new ReentrantLock();
  private final AtomicLong stopsAsked = new AtomicLong();
  private final long openedNanos = System.nanoTime();
  private volatile Seen seen = Seen.nothing();
  private volatile boolean lostInFlight;

  NanonisDriver(
      InstrumentDescription offered, Controller controller, Controller stops, Account account) {
    this.offered = offered;
    this.controller = controller;
    this.stops = stops;
    this.acts = new Acts(controller);
    this.account = account;
  }

  void connect() {
    try {
      seen = Seen.read(controller, elapsed());
    } catch (IOException failure) {
      throw new ConnectionFailure(
          "instrument %s: %s".formatted(offered.instrument(), failure.getMessage()), failure);
    }
  }

  private TimeSpan elapsed() {
    return new TimeSpan((System.nanoTime() - openedNanos) * 1e-9);
  }

  @Override
  public InstrumentDescription describe() {
    return offered;
  }

  @Override
  public Length positionTolerance() {
    return new Length(Acts.POSITION);
  }

  /** What was seen last, while a command runs. */
  @Override
  public InstrumentState state() {
    if (!begins()) {
      return seen.as(DeviceState.BUSY);
    }
    try {
      seen = Seen.read(controller, elapsed());
      lostInFlight = false;
      return seen.state();
    } catch (IOException lost) {
      return seen.as(lostInFlight ? DeviceState.UNKNOWN : DeviceState.OFFLINE);
    } finally {
      exchange.unlock();
    }
  }

  private boolean begins() {
    try {
      return exchange.tryLock(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case SpmCommand.MoveProbe move -> {
        Length way = seen.state().position().distanceTo(move.target());
        double seconds = SETTING_SECONDS + way.metres() / move.speed().metresPerSecond();
        yield new Cost(new TimeSpan(seconds), way, 0);
      }
      case SpmCommand.Scan scan -> seconds(seen.lines() * seen.lineSeconds());
      case SpmCommand.Approach approach -> seconds(approach.timeout().seconds());
      case SpmCommand.Withdraw withdraw -> seconds(2);
      default -> seconds(SETTING_SECONDS);
    };
  }

  private static Cost seconds(double seconds) {
    return new Cost(new TimeSpan(seconds), new Length(0), 0);
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return Acts.cannot(command);
  }

  @Override
  public Outcome execute(Permit permit) {
    if (!begins()) {
      return new Outcome.Failed("the controller is busy with another command; nothing was sent");
    }
    long before = stopsAsked.get();
    try {
      Command command = permit.redeem();
      permit.lastLook(new CommandText().write(command));
      Optional<String> reason = Acts.cannot(command);
      if (reason.isPresent()) {
        return new Outcome.Failed(reason.get());
      }
      if (account.knows(permit.key())) {
        return new Outcome.Unknown(permit.key() + " was begun before and is not sent again");
      }
      Entry intent = Entry.intended(command, acts.read(command));
      if (command instanceof SpmCommand.ReadMeters) {
        return new Outcome.Completed(new Reading.Trial(intent.readings()), new TimeSpan(0));
      }
      account.write(permit.key(), intent, 0);
      return stopsAsked.get() == before
          ? sent(permit.key(), intent)
          : ended(permit.key(), intent.as(Stage.UNSENT, "it was stopped before it was sent"), 0);
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (IOException | ConnectionFailure hindrance) {
      return new Outcome.Failed("nothing was sent: " + hindrance.getMessage());
    } finally {
      exchange.unlock();
    }
  }

  private Outcome sent(CommandKey key, Entry intent) {
    Command command = intent.command().orElseThrow();
    long began = System.nanoTime();
    try {
      acts.perform(command, SLACK * estimate(command).time().seconds() + 1);
      List<Reading.Outcome> read = acts.read(command);
      String wrong = Acts.wrong(command, read);
      double took = (System.nanoTime() - began) * 1e-9;
      if (!wrong.isEmpty()) {
        return ended(key, intent.as(Stage.UNKNOWN, wrong), took);
      }
      Reading reading = reading(command, read);
      Outcome noted = ended(key, intent.done(read), took);
      return noted instanceof Outcome.Completed
          ? new Outcome.Completed(reading, new TimeSpan(took))
          : noted;
    } catch (Refusal refused) {
      // a second request of the same command may be the one that was refused
      Stage stage = command instanceof DeviceCommand.Set ? Stage.REFUSED : Stage.UNKNOWN;
      return ended(key, intent.as(stage, refused.getMessage()), 0);
    } catch (IOException lost) {
      return ended(key, intent.as(Stage.UNKNOWN, "the link was lost: " + lost.getMessage()), 0);
    }
  }

  private Outcome ended(CommandKey key, Entry entry, double seconds) {
    lostInFlight |= entry.stage() == Stage.UNKNOWN;
    try {
      account.write(key, entry, seconds);
    } catch (ConnectionFailure unwritten) {
      return new Outcome.Unknown(unwritten.getMessage());
    }
    return switch (entry.stage()) {
      case DONE ->
          new Outcome.Completed(new Reading.Trial(entry.readings()), new TimeSpan(seconds));
      case UNSENT, REFUSED -> new Outcome.Failed(entry.words());
      case INTENDED, UNKNOWN, STOPPED -> new Outcome.Unknown(entry.words());
    };
  }

  private Reading reading(Command command, List<Reading.Outcome> read) throws IOException {
    if (command instanceof DeviceCommand) {
      return new Reading.Trial(read);
    }
    if (!(command instanceof SpmCommand.Scan)) {
      double[] position = controller.position();
      return new Reading.ProbePosition(SurfacePoint.metres(position[0], position[1]));
    }
    Controller.Area area = controller.area();
    List<Frame> frames = new ArrayList<>();
    for (int channel : controller.buffer().channels()) {
      frames.add(controller.grab(channel, area));
    }
    return new Reading.Scan(SurfacePoint.metres(area.x(), area.y()), frames);
  }

  /** Settings whose outcome was lost are looked at; what moves is for a person. */
  @Override
  public Recollection recall(CommandKey key) {
    Optional<Entry> lost = account.lost(key);
    if (lost.isPresent() && begins()) {
      try {
        settle(key, lost.get());
      } catch (IOException | ConnectionFailure unreadable) {
        // it stays lost; asked again later, it may be found
      } finally {
        exchange.unlock();
      }
    }
    boolean isSetting =
        account
            .entry(key)
            .flatMap(Entry::command)
            .filter(DeviceCommand.class::isInstance)
            .isPresent();
    return account.recall(key) instanceof Recollection.Done done && !isSetting
        ? new Recollection.Done(new Reading.ProbePosition(seen.state().position()), done.duration())
        : account.recall(key);
  }

  private void settle(CommandKey key, Entry lost) throws IOException {
    Command command = lost.command().orElseThrow();
    boolean isSetting =
        command instanceof DeviceCommand.Set || command instanceof SpmCommand.SetFrame;
    if (!isSetting) {
      return;
    }
    List<Reading.Outcome> now = acts.read(command);
    if (Acts.wrong(command, now).isEmpty()) {
      account.write(key, lost.done(now), 0);
    } else if (now.equals(lost.readings())) {
      account.write(key, lost.as(Stage.UNSENT, "the controller reads as before"), 0);
    }
  }

  @Override
  public void stop() {
    stopsAsked.incrementAndGet();
    try {
      stops.scan(false);
      stops.approach(false);
      stops.withdraw(false, 0);
      account.stopped();
    } catch (IOException unreached) {
      throw new ConnectionFailure("%s was not stopped".formatted(offered.instrument()), unreached);
    }
  }

  @Override
  public void close() {
    controller.close();
    stops.close();
    account.close();
  }
}
