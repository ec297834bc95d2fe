package dev.cantilever.drivers.variables;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Ended;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.account.Entry.Stage;
import dev.cantilever.drivers.account.Exchange;
import dev.cantilever.drivers.account.FarSide;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instrument of named numbers: settings are put once, then read back. A stop goes over a
 * connection of its own.
 */
final class VariablesDriver implements Driver, FarSide {

  private static final double PUT_SECONDS = 0.1;

  private final InstrumentDescription offered;
  private final Description description;
  private final Variables variables;
  private final Variables stops;
  private final Exchange exchange;

  VariablesDriver(
      InstrumentId instrument,
      Description description,
      Variables variables,
      Variables stops,
      Account account) {
    this.offered =
        new InstrumentDescription(
            instrument,
            description.title(),
            description.sample(),
            false,
            "",
            new Offer.Verbs(List.of(Verb.DEVICE_SET), List.of(), new Length(0), new Length(0)));
    this.description = description;
    this.variables = variables;
    this.stops = stops;
    this.exchange = new Exchange(this, account);
  }

  /** Nothing is put before the instrument has said who it is. */
  void connect() throws IOException {
    identify();
    for (Description.Put stop : description.stops()) {
      stops.meet(stop.variable());
    }
  }

  @Override
  public void identify() throws IOException {
    Description.Identity identity = description.identity();
    String answer = variables.text(identity.variable());
    if (!answer.equals(identity.value())) {
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
      exchange.seen();
      boolean good = readbacks.stream().allMatch(one -> one.quality() == Quality.GOOD);
      return state(DeviceState.READY, good ? Quality.GOOD : Quality.BAD, readbacks);
    } catch (IOException lost) {
      return state(exchange.silent(), Quality.BAD, List.of());
    }
  }

  private InstrumentState state(DeviceState device, Quality quality, List<Readback> readbacks) {
    return new InstrumentState(
        SurfacePoint.metres(0, 0),
        exchange.elapsed(),
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
    return cannot(command);
  }

  @Override
  public Optional<String> cannot(Command command) {
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

  @Override
  public List<Reading.Outcome> read(Command command) throws IOException {
    Description.Setting setting = setting(command).orElseThrow();
    variables.meet(setting.variable());
    String readback = setting.readback();
    return List.of(new Reading.Outcome(readback, variables.number(readback), 0));
  }

  private boolean holds(Command command, List<Reading.Outcome> read) {
    double tolerance = setting(command).orElseThrow().tolerance();
    return Math.abs(read.getFirst().value() - wanted(command)) <= tolerance;
  }

  @Override
  public Outcome execute(Permit permit) {
    return exchange.execute(permit);
  }

  @Override
  public Ended send(Entry intent) {
    return new Ended(put(intent), PUT_SECONDS);
  }

  private Entry put(Entry intent) {
    Command command = intent.command().orElseThrow();
    Description.Setting setting = setting(command).orElseThrow();
    try {
      variables.put(setting.variable(), wanted(command));
      List<Reading.Outcome> read = read(command);
      return holds(command, read)
          ? intent.done(read)
          : intent.as(
              Stage.UNKNOWN,
              "%s reads %s, expected was %s within %s"
                  .formatted(
                      setting.readback(),
                      read.getFirst().value(),
                      wanted(command),
                      setting.tolerance()));
    } catch (Refusal refused) {
      return intent.as(Stage.REFUSED, refused.getMessage());
    } catch (IOException lost) {
      return intent.as(Stage.UNKNOWN, "lost with the put in flight: " + lost.getMessage());
    }
  }

  @Override
  public Recollection recall(CommandKey key) {
    return exchange.recall(key);
  }

  /**
   * It reads as asked, and was done. What reads as before may have been put and set back by the
   * stop, so that a person must look.
   */
  @Override
  public Entry settle(Entry lost, boolean stoppedSince) throws IOException {
    Command command = lost.command().orElseThrow();
    if (setting(command).isEmpty()) {
      return lost;
    }
    List<Reading.Outcome> now = read(command);
    if (holds(command, now)) {
      return lost.done(now);
    }
    return now.equals(lost.readings()) && !stoppedSince
        ? lost.as(Stage.UNSENT, "it reads as before")
        : lost;
  }

  /** All stops are sent, whatever becomes of each; a person is told of the first that was lost. */
  @Override
  public synchronized void stop() {
    exchange.stop(
        () -> {
          IOException first = null;
          for (Description.Put stop : description.stops()) {
            try {
              sendStop(stop);
            } catch (IOException lost) {
              first = first == null ? lost : first;
            }
          }
          if (first != null) {
            throw first;
          }
        });
  }

  /** A stop may come twice: what was lost with an old connection is sent over a new one. */
  private void sendStop(Description.Put stop) throws IOException {
    try {
      stops.put(stop.variable(), stop.value());
    } catch (IOException lost) {
      stops.put(stop.variable(), stop.value());
    }
  }

  @Override
  public void close() {
    variables.close();
    stops.close();
    exchange.close();
  }
}
