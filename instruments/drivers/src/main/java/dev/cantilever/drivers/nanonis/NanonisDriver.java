package dev.cantilever.drivers.nanonis;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Ended;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.account.Entry.Stage;
import dev.cantilever.drivers.account.Exchange;
import dev.cantilever.drivers.account.FarSide;
import dev.cantilever.kernel.permit.Permit;
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

/**
 * A scanning probe microscope behind its controller. One command at a time; a stop goes over a line
 * of its own: it ends scan and approach and withdraws the tip.
 */
final class NanonisDriver implements Driver, FarSide {

  private static final double SETTING_SECONDS = 0.5;
  private static final double SLACK = 1.5;

  private final InstrumentDescription offered;
  private final Controller controller;
  private final Controller stops;
  private final Acts acts;
  private final Exchange exchange;
  private volatile Seen seen = Seen.nothing();

  NanonisDriver(
      InstrumentDescription offered, Controller controller, Controller stops, Account account) {
    this.offered = offered;
    this.controller = controller;
    this.stops = stops;
    this.acts = new Acts(controller);
    this.exchange = new Exchange(this, account);
  }

  void connect() {
    try {
      seen = Seen.read(controller, exchange.elapsed());
    } catch (IOException failure) {
      throw new ConnectionFailure(
          "instrument %s: %s".formatted(offered.instrument(), failure.getMessage()), failure);
    }
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
    if (!exchange.begins()) {
      return seen.as(DeviceState.BUSY);
    }
    try {
      seen = Seen.read(controller, exchange.elapsed());
      exchange.seen();
      return seen.state();
    } catch (IOException lost) {
      return seen.as(exchange.silent());
    } finally {
      exchange.ends();
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
    return exchange.execute(permit);
  }

  /** A controller says nothing of who it is; its two ports are all that there is to go by. */
  @Override
  public void identify() {}

  @Override
  public Optional<String> cannot(Command command) {
    return Acts.cannot(command);
  }

  @Override
  public List<Reading.Outcome> read(Command command) throws IOException {
    return acts.read(command);
  }

  @Override
  public Ended send(Entry intent) {
    Command command = intent.command().orElseThrow();
    long began = System.nanoTime();
    try {
      acts.perform(command, SLACK * estimate(command).time().seconds() + 1);
      List<Reading.Outcome> read = acts.read(command);
      String wrong = Acts.wrong(command, read);
      double took = (System.nanoTime() - began) * 1e-9;
      return wrong.isEmpty()
          ? new Ended(intent.done(read), took, Optional.of(reading(command, read)))
          : new Ended(intent.as(Stage.UNKNOWN, wrong), took);
    } catch (Refusal refused) {
      // a second request of the same command may be the one that was refused
      Stage stage = command instanceof DeviceCommand.Set ? Stage.REFUSED : Stage.UNKNOWN;
      return new Ended(intent.as(stage, refused.getMessage()), 0);
    } catch (IOException lost) {
      return new Ended(intent.as(Stage.UNKNOWN, "the link was lost: " + lost.getMessage()), 0);
    }
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

  @Override
  public Recollection recall(CommandKey key) {
    Recollection known = exchange.recall(key);
    boolean isSetting = exchange.command(key).filter(DeviceCommand.class::isInstance).isPresent();
    return known instanceof Recollection.Done done && !isSetting
        ? new Recollection.Done(new Reading.ProbePosition(seen.state().position()), done.duration())
        : known;
  }

  /** Settings are looked at, which no stop changes; what moves is for a person. */
  @Override
  public Entry settle(Entry lost, boolean stoppedSince) throws IOException {
    Command command = lost.command().orElseThrow();
    boolean isSetting =
        command instanceof DeviceCommand.Set || command instanceof SpmCommand.SetFrame;
    if (!isSetting) {
      return lost;
    }
    List<Reading.Outcome> now = acts.read(command);
    if (Acts.wrong(command, now).isEmpty()) {
      return lost.done(now);
    }
    return now.equals(lost.readings())
        ? lost.as(Stage.UNSENT, "the controller reads as before")
        : lost;
  }

  @Override
  public void stop() {
    exchange.stop(
        () -> {
          stops.scan(false);
          stops.approach(false);
          stops.withdraw(false, 0);
        });
  }

  @Override
  public void close() {
    controller.close();
    stops.close();
    exchange.close();
  }
}
