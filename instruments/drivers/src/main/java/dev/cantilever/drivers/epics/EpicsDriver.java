package dev.cantilever.drivers.epics;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.account.Entry.Stage;
import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** An instrument of process variables: settings are put once, then read back. */
final class EpicsDriver implements Driver {

  private static final double PUT_SECONDS = 0.1;

  private final InstrumentDescription offered;
  private final Description description;
  private final Variables variables;
  private final Account account;
  private final ReentrantLock exchange = new ReentrantLock();
  private final long openedNanos = System.nanoTime();
  private volatile boolean lostInFlight;
  private final AtomicLong stops = new AtomicLong();

  EpicsDriver(
      InstrumentDescription offered,
      Description description,
      Variables variables,
      Account account) {
    this.offered = offered;
    this.description = description;
    this.variables = variables;
    this.account = account;
  }

  /** Nothing is put before the instrument has said who it is. */
  void connect() throws IOException {
    try {
      identify();
      for (Description.Put stop : description.stops()) {
        variables.meet(stop.variable());
      }
    } catch (IOException failure) {
      variables.close();
      throw failure;
    }
  }

  private void identify() throws IOException {
    Description.Put identity = description.identity();
    double answer = variables.number(identity.variable());
    if (answer != identity.value()) {
      throw new IOException(
          "%s reads %s, expected was %s".formatted(identity.variable(), answer, identity.value()));
    }
  }

  @Override
  public InstrumentDescription describe() {
    return offered;
  }

  @Override
  public InstrumentState state() {
    List<Readback> readbacks = new ArrayList<>();
    try {
      identify();
      for (Map.Entry<Channel, String> one : description.channels().entrySet()) {
        readbacks.add(Readback.fresh(one.getKey(), variables.number(one.getValue())));
      }
      lostInFlight = false;
      boolean good = readbacks.stream().allMatch(one -> one.quality() == Quality.GOOD);
      return state(DeviceState.READY, good ? Quality.GOOD : Quality.BAD, readbacks);
    } catch (IOException lost) {
      DeviceState device = lostInFlight ? DeviceState.UNKNOWN : DeviceState.OFFLINE;
      return state(device, Quality.BAD, List.of());
    }
  }

  private InstrumentState state(DeviceState device, Quality quality, List<Readback> readbacks) {
    return new InstrumentState(
        SurfacePoint.metres(0, 0),
        new TimeSpan((System.nanoTime() - openedNanos) * 1e-9),
        0,
        quality,
        device,
        ProbeState.NONE,
        BeamState.NONE,
        readbacks);
  }

  @Override
  public Cost estimate(Command command) {
    return new Cost(new TimeSpan(PUT_SECONDS), new Length(0), 0);
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return setting(command).isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s has nothing in its description for that; it can set: %s"
                .formatted(
                    offered.instrument(), String.join(", ", description.settings().keySet())));
  }

  private Optional<Description.Setting> setting(Command command) {
    return command instanceof DeviceCommand.Set set
        ? Optional.ofNullable(description.settings().get(set.setting().parameter()))
        : Optional.empty();
  }

  private static double wanted(Command command) {
    return command instanceof DeviceCommand.Set set ? set.setting().value() : Double.NaN;
  }

  private List<Reading.Outcome> read(Description.Setting setting) throws IOException {
    double value = variables.number(setting.readback());
    return List.of(new Reading.Outcome(setting.readback(), value, 0));
  }

  private static boolean holds(
      Description.Setting setting, List<Reading.Outcome> read, double wanted) {
    return Math.abs(read.getFirst().value() - wanted) <= setting.tolerance();
  }

  @Override
  public Outcome execute(Permit permit) {
    if (!begins()) {
      return new Outcome.Failed("another command has the instrument; nothing was put");
    }
    long before = stops.get();
    try {
      identify();
      Command command = permit.redeem();
      permit.lastLook(new CommandText().write(command));
      Optional<Description.Setting> setting = setting(command);
      if (setting.isEmpty()) {
        return new Outcome.Failed("its description has nothing for " + command.verb());
      }
      if (account.knows(permit.key())) {
        return new Outcome.Unknown(permit.key() + " was begun before and is not put again");
      }
      variables.meet(setting.get().variable());
      Entry intent = Entry.intended(command, read(setting.get()));
      account.write(permit.key(), intent, 0);
      return stops.get() == before
          ? ended(permit.key(), put(setting.get(), intent))
          : ended(permit.key(), intent.as(Stage.UNSENT, "it was stopped before it was put"));
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (IOException | ConnectionFailure hindrance) {
      return new Outcome.Failed("nothing was put: " + hindrance.getMessage());
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

  private Entry put(Description.Setting setting, Entry intent) {
    double wanted = wanted(intent.command().orElseThrow());
    try {
      variables.put(setting.variable(), wanted);
      List<Reading.Outcome> read = read(setting);
      return holds(setting, read, wanted)
          ? intent.done(read)
          : intent.as(
              Stage.UNKNOWN,
              "%s reads %s, expected was %s within %s"
                  .formatted(
                      setting.readback(), read.getFirst().value(), wanted, setting.tolerance()));
    } catch (IOException lost) {
      return intent.as(Stage.UNKNOWN, "lost with the put in flight: " + lost.getMessage());
    }
  }

  private Outcome ended(CommandKey key, Entry entry) {
    lostInFlight |= entry.stage() == Stage.UNKNOWN;
    try {
      account.write(key, entry, PUT_SECONDS);
    } catch (ConnectionFailure unwritten) {
      return new Outcome.Unknown(unwritten.getMessage());
    }
    return switch (entry.stage()) {
      case DONE ->
          new Outcome.Completed(new Reading.Trial(entry.readings()), new TimeSpan(PUT_SECONDS));
      case UNSENT, REFUSED -> new Outcome.Failed(entry.words());
      case INTENDED, UNKNOWN, STOPPED -> new Outcome.Unknown(entry.words());
    };
  }

  /**
   * A setting whose outcome was lost is looked at: it reads as asked, and was done. What reads as
   * before may have been put and set back by the stop, so that a person must look.
   */
  @Override
  public Recollection recall(CommandKey key) {
    Optional<Entry> lost = account.lost(key);
    Optional<Description.Setting> setting = lost.flatMap(Entry::command).flatMap(this::setting);
    if (setting.isPresent() && begins()) {
      try {
        List<Reading.Outcome> now = read(setting.get());
        if (holds(setting.get(), now, wanted(lost.get().command().orElseThrow()))) {
          account.write(key, lost.get().done(now), 0);
        } else if (now.equals(lost.get().readings()) && !account.stoppedSince()) {
          account.write(key, lost.get().as(Stage.UNSENT, "it reads as before"), 0);
        }
      } catch (IOException | ConnectionFailure unreadable) {
        // it stays lost; asked again later, it may be found
      } finally {
        exchange.unlock();
      }
    }
    return account.recall(key);
  }

  @Override
  public synchronized void stop() {
    stops.incrementAndGet();
    try {
      for (Description.Put stop : description.stops()) {
        variables.put(stop.variable(), stop.value());
      }
      account.stopped();
    } catch (IOException unreached) {
      throw new ConnectionFailure("%s was not stopped".formatted(offered.instrument()), unreached);
    }
  }

  @Override
  public void close() {
    variables.close();
    account.close();
  }
}
