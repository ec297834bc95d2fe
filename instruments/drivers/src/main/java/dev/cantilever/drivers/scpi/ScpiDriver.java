package dev.cantilever.drivers.scpi;

import dev.cantilever.drivers.account.Account;
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
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An instrument behind a wire, as its description says. One exchange at a time; only {@link #stop}
 * speaks between the lines of another, and only {@link #watch} answers without asking.
 */
final class ScpiDriver implements Driver {

  /** Older than this, what was seen is read again where nobody else is talking. */
  private static final double STALE_SECONDS = 0.5;

  private final InstrumentDescription offered;
  private final Description description;
  private final Link link;
  private final Reader reader;
  private final Account account;
  private final Actuator actuator;
  private final ReentrantLock exchange = new ReentrantLock();
  private final long openedNanos = System.nanoTime();
  private volatile Status seen = Status.none();
  private volatile boolean lostInFlight;

  ScpiDriver(InstrumentDescription offered, Description description, Link link, Account account) {
    this.offered = offered;
    this.description = description;
    this.link = link;
    this.reader = new Reader(link, description.health().errors());
    this.account = account;
    this.actuator = new Actuator(link, reader, account);
  }

  /** Connects and reads everything once. */
  void connect() {
    Deadline deadline = commandDeadline();
    try {
      link.ready(deadline);
      seen = Status.read(description, reader, elapsed(), deadline);
    } catch (IOException failure) {
      throw new ConnectionFailure(
          "instrument %s: %s".formatted(offered.instrument(), failure.getMessage()), failure);
    }
  }

  private Deadline commandDeadline() {
    return Deadline.within(description.manners().commandWithin());
  }

  private TimeSpan elapsed() {
    return new TimeSpan((System.nanoTime() - openedNanos) * 1e-9);
  }

  @Override
  public InstrumentDescription describe() {
    return offered;
  }

  @Override
  public InstrumentState state() {
    Deadline deadline = commandDeadline();
    if (!begin(deadline)) {
      return seen.aged();
    }
    try {
      return readState(deadline);
    } finally {
      exchange.unlock();
    }
  }

  private InstrumentState readState(Deadline deadline) {
    try {
      link.ready(deadline);
      seen = Status.read(description, reader, elapsed(), deadline);
      lostInFlight = false;
      return seen.state();
    } catch (IOException lost) {
      seen = Status.now(seen.lost(withoutLink()));
      return seen.state();
    }
  }

  private DeviceState withoutLink() {
    return lostInFlight || link.owesStop() ? DeviceState.UNKNOWN : DeviceState.OFFLINE;
  }

  @Override
  public InstrumentState watch() {
    if (seen.age().seconds() < STALE_SECONDS || !exchange.tryLock()) {
      return seen.aged();
    }
    try {
      return readState(commandDeadline());
    } finally {
      exchange.unlock();
    }
  }

  private boolean begin(Deadline deadline) {
    try {
      return exchange.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Length positionTolerance() {
    return description.positionTolerance();
  }

  @Override
  public Cost estimate(Command command) {
    double seconds =
        description
            .recipe(command)
            .map(recipe -> seconds(recipe, Particulars.of(command)))
            .orElse(0.0);
    Length travel =
        command instanceof StageCommand.MoveTo move
            ? seen.state().position().distanceTo(move.target())
            : new Length(0);
    return new Cost(new TimeSpan(seconds), travel, 0);
  }

  /** Not a number, which no budget covers, where the command has none to go by. */
  private static double seconds(Recipe recipe, Map<String, Object> parts) {
    try {
      return recipe.seconds().value(parts);
    } catch (IllegalArgumentException none) {
      return Double.NaN;
    }
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    Optional<Recipe> recipe = description.recipe(command);
    if (recipe.isEmpty()) {
      return Optional.of(
          "%s has nothing in its description for %s"
              .formatted(offered.instrument(), Description.Asked.by(command)));
    }
    try {
      Map<String, Object> parts = Particulars.of(command);
      recipe.get().sends().forEach(line -> line.render(parts));
      recipe.get().checks().forEach(check -> check.expected().value(parts));
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  @Override
  public Outcome execute(Permit permit) {
    Deadline deadline = commandDeadline();
    if (!begin(deadline)) {
      return new Outcome.Failed("the instrument is busy with another exchange; nothing was sent");
    }
    try {
      long stops = link.stops();
      link.ready(deadline);
      reader.forgetErrors(deadline);
      return redeemed(permit, stops, deadline);
    } catch (PermitRefused | IllegalArgumentException refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (IOException unreachable) {
      return new Outcome.Failed("nothing was sent: " + unreachable.getMessage());
    } finally {
      exchange.unlock();
    }
  }

  private Outcome redeemed(Permit permit, long stops, Deadline deadline) {
    Command command = permit.redeem();
    Optional<String> reason = cannot(command, seen.state().position());
    if (reason.isPresent()) {
      return new Outcome.Failed(reason.get());
    }
    Recipe recipe = description.recipe(command).orElseThrow();
    Wording wording = Wording.of(command, recipe);
    wording.said().forEach(permit::lastLook);
    if (recipe.isPureRead()) {
      return measured(recipe, deadline);
    }
    if (account.knows(permit.key())) {
      return new Outcome.Unknown(permit.key() + " was begun before and is not sent again");
    }
    return sent(new Order(permit.key(), wording, recipe, stops, deadline));
  }

  private Outcome measured(Recipe recipe, Deadline deadline) {
    long began = System.nanoTime();
    List<Reading.Outcome> readings = new ArrayList<>();
    try {
      for (Sensor sensor : recipe.sensors()) {
        readings.add(
            new Reading.Outcome(sensor.name(), reader.patiently(sensor.query(), deadline), 0));
      }
      return new Outcome.Completed(new Reading.Trial(readings), since(began));
    } catch (IOException lost) {
      return new Outcome.Failed("it was not read, nothing was changed: " + lost.getMessage());
    }
  }

  private static TimeSpan since(long beganNanos) {
    return new TimeSpan((System.nanoTime() - beganNanos) * 1e-9);
  }

  private Outcome sent(Order order) {
    Outcome outcome = actuator.send(order);
    if (outcome instanceof Outcome.Unknown) {
      lostInFlight = true;
      seen = Status.now(seen.lost(DeviceState.UNKNOWN));
    }
    return outcome;
  }

  /** Where the outcome was lost and nothing was sent since, the instrument is looked at. */
  @Override
  public Recollection recall(CommandKey key) {
    Deadline deadline = commandDeadline();
    if (account.lost(key).isPresent() && begin(deadline)) {
      try {
        actuator.lookBack(key, description, deadline);
      } finally {
        exchange.unlock();
      }
    }
    return account.recall(key);
  }

  /**
   * Sends the stop at once, also between the lines of a command, then makes sure that it arrived.
   * Where the instrument cannot be reached the stop is owed, and comes first when it can.
   */
  @Override
  public void stop() {
    Deadline deadline = commandDeadline();
    link.shoutStop(deadline);
    if (begin(deadline)) {
      try {
        link.ready(deadline);
      } catch (IOException unreachable) {
        // owed; the state says that it is not at rest
      } finally {
        exchange.unlock();
      }
    }
    account.stopped();
  }

  @Override
  public void close() {
    try {
      link.close();
    } finally {
      account.close();
    }
  }
}
