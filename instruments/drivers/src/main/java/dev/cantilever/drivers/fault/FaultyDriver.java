package dev.cantilever.drivers.fault;

import dev.cantilever.drivers.care.ForwardingDriver;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * A driver that goes wrong where its script says so. A fault between commands comes with the second
 * reading of the state, since the first still belongs to the command.
 */
public final class FaultyDriver extends ForwardingDriver {

  private final Driver inner;
  private final FaultScript script;
  private final Ailments ailments;
  private final CountDownLatch frozen = new CountDownLatch(1);
  private int commands;
  private int reads;
  private boolean repeats;
  private Optional<Reading> last = Optional.empty();
  private Optional<Reading> late = Optional.empty();

  public FaultyDriver(Driver inner, FaultScript script) {
    super(inner);
    this.inner = inner;
    this.script = script;
    ailments = new Ailments();
  }

  /** Mends the line. */
  public void reconnect() {
    ailments.reconnect();
  }

  /** Lets go of a command that is frozen, now and in future. */
  public void thaw() {
    frozen.countDown();
  }

  @Override
  public InstrumentDescription describe() {
    return ailments.seen(inner.describe());
  }

  @Override
  public InstrumentState state() {
    if (++reads == 2) {
      script.after(commands).forEach(ailments::happen);
    }
    return ailments.read(inner::state);
  }

  @Override
  public InstrumentState watch() {
    return ailments.read(inner::watch);
  }

  @Override
  public Outcome execute(Permit permit) {
    int number = ++commands;
    Outcome outcome =
        script.during(number).map(entry -> faulty(entry, permit)).orElseGet(() -> sound(permit));
    reads = 0;
    return outcome;
  }

  private Outcome sound(Permit permit) {
    Outcome outcome = inner.execute(permit);
    if (!(outcome instanceof Outcome.Completed done)) {
      return outcome;
    }
    Optional<Reading> instead = late.or(() -> repeats ? last : Optional.empty());
    late = Optional.empty();
    last = instead.or(() -> Optional.of(done.reading()));
    return new Outcome.Completed(last.orElseThrow(), done.duration());
  }

  private Outcome faulty(FaultScript.Entry entry, Permit permit) {
    return switch (entry.fault()) {
      case TIMEOUT_BEFORE -> ignored(permit, true);
      case SILENT_REJECT -> ignored(permit, false);
      case TIMEOUT_AFTER -> unanswered(inner.execute(permit), false);
      case LATE_REPLY -> unanswered(inner.execute(permit), true);
      case DISCONNECT_DURING -> cut(permit, entry.size() >= 0.5);
      case NOT_A_NUMBER -> spoiled(permit, Spoiled.value(Double.NaN));
      case INFINITE -> spoiled(permit, Spoiled.value(Double.POSITIVE_INFINITY));
      case WRONG_LENGTH -> spoiled(permit, Spoiled::shortened);
      case SATURATED -> spoiled(permit, Spoiled::clipped);
      case WRONG_TYPE -> replaced(inner.execute(permit), Spoiled::ofAnotherKind);
      case DUPLICATE_REPLY -> replaced(inner.execute(permit), reading -> last.orElse(reading));
      case FROZEN -> {
        repeats = true;
        yield sound(permit);
      }
      case STUCK, OVERSHOOT -> missed(entry, permit);
      case FREEZE -> {
        awaitThaw();
        yield inner.execute(permit);
      }
      case READ_TIMEOUT,
          DISCONNECT_BEFORE,
          WRONG_DEVICE,
          ALARM,
          MOVED_BY_HAND,
          READBACK,
          LOST_POSITION ->
          throw new AssertionError(entry.fault() + " befalls no command");
    };
  }

  private Outcome ignored(Permit permit, boolean silently) {
    try {
      Command command = permit.redeem();
      SurfacePoint at = target(command).orElse(inner.state().position());
      return silently
          ? new Outcome.Unknown("no reply within the deadline")
          : new Outcome.Completed(new Reading.ProbePosition(at), inner.estimate(command).time());
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    }
  }

  private Outcome unanswered(Outcome outcome, boolean comesLate) {
    if (comesLate && outcome instanceof Outcome.Completed done) {
      late = Optional.of(done.reading());
    }
    return new Outcome.Unknown("no reply within the deadline");
  }

  private Outcome cut(Permit permit, boolean arrives) {
    if (arrives) {
      inner.execute(permit);
    }
    ailments.disconnect();
    throw new ConnectionFailure("the line went dead under a command");
  }

  private Outcome spoiled(Permit permit, UnaryOperator<double[]> change) {
    return replaced(inner.execute(permit), reading -> Spoiled.reading(reading, change));
  }

  private static Outcome replaced(Outcome outcome, UnaryOperator<Reading> change) {
    return outcome instanceof Outcome.Completed done
        ? new Outcome.Completed(change.apply(done.reading()), done.duration())
        : outcome;
  }

  private Outcome missed(FaultScript.Entry entry, Permit permit) {
    SurfacePoint from = inner.state().position();
    boolean stuck = entry.fault() == Fault.STUCK;
    if (stuck) {
      try {
        Command command = permit.redeem();
        target(command).ifPresent(to -> ailments.shift(from, to, entry.size()));
        SurfacePoint claimed = target(command).orElse(from);
        TimeSpan time = inner.estimate(command).time();
        return new Outcome.Completed(new Reading.ProbePosition(claimed), time);
      } catch (PermitRefused refused) {
        return new Outcome.Failed(refused.getMessage());
      }
    }
    Outcome outcome = inner.execute(permit);
    ailments.shift(from, inner.state().position(), entry.size());
    return outcome;
  }

  private static Optional<SurfacePoint> target(Command command) {
    return switch (command) {
      case SpmCommand.MoveProbe move -> Optional.of(move.target());
      case SpmCommand.Lithography line -> Optional.of(line.target());
      case StemCommand.PlaceBeam place -> Optional.of(place.target());
      case StageCommand.MoveTo move -> Optional.of(move.target());
      default -> Optional.empty();
    };
  }

  private void awaitThaw() {
    try {
      frozen.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thaw();
    inner.close();
  }
}
