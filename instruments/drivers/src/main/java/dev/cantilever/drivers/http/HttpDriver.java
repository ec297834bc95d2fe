package dev.cantilever.drivers.http;

import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.permit.Verdict;
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
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.wire.Wire;
import java.util.List;
import java.util.Optional;

/** An instrument behind a server that runs every command once at most under its key. */
final class HttpDriver implements Driver {

  private static final int ATTEMPTS = 3;
  private static final long BEAT_NANOS = 100_000_000L;

  /** As long as a permit lives at most, and the questions before it. */
  private static final long FRESH_NANOS = 5_000_000_000L;

  private final InstrumentId instrument;
  private final Caller caller;
  private final TimeSpan commandWithin;
  private volatile InstrumentDescription offered;
  private volatile InstrumentState seen = InstrumentState.offline();
  private volatile Estimate estimate = new Estimate(Optional.empty(), Cost.NONE, 0);
  private volatile boolean lostInFlight;
  private volatile boolean wasAway;
  private volatile boolean watches;
  private volatile long watchedNanos;

  /** What a command was said to cost. */
  private record Estimate(Optional<Command> command, Cost cost, long atNanos) {

    boolean isFresh() {
      return System.nanoTime() - atNanos < FRESH_NANOS;
    }
  }

  /** Where a command would begin, for the question whether it can be done. */
  record Question(Command command, SurfacePoint from) {}

  /** The answer; empty where it can. */
  record Hindrance(Optional<String> reason) {}

  /** What a stop came to. */
  record Rest(boolean atRest) {}

  /** A person has looked. */
  record Reset(String person, String reason) {}

  HttpDriver(InstrumentId instrument, Caller caller, TimeSpan commandWithin) {
    this.instrument = instrument;
    this.caller = caller;
    this.commandWithin = commandWithin;
  }

  void connect() {
    try {
      meet();
      seen = caller.ask("GET", "/v1/state", "", InstrumentState.class);
    } catch (Lost failure) {
      caller.close();
      throw new ConnectionFailure(
          "instrument %s: %s".formatted(instrument, failure.getMessage()), failure);
    }
  }

  /** Asks who it is, under the name that it has here. */
  private void meet() throws Lost {
    InstrumentDescription there =
        caller.ask("GET", "/v1/describe", "", InstrumentDescription.class);
    offered =
        new InstrumentDescription(
            instrument,
            there.title(),
            there.sample(),
            there.twin(),
            there.dataHash(),
            there.offer());
    wasAway = false;
  }

  @Override
  public InstrumentDescription describe() {
    return offered;
  }

  @Override
  public InstrumentState state() {
    try {
      if (wasAway) {
        meet();
      }
      seen = caller.ask("GET", "/v1/state", "", InstrumentState.class);
      lostInFlight = false;
      return seen;
    } catch (Lost lost) {
      wasAway = true;
      return away();
    }
  }

  /** A heartbeat besides: the far side stops the instrument when it hears no more of them. */
  @Override
  public InstrumentState watch() {
    if (System.nanoTime() - watchedNanos < BEAT_NANOS && watches) {
      return seen;
    }
    try {
      seen = caller.ask("POST", "/v1/watch", "", InstrumentState.class);
      watchedNanos = System.nanoTime();
      watches = true;
      return seen;
    } catch (Lost lost) {
      wasAway = true;
      throw new ConnectionFailure(
          "%s is not heard: %s".formatted(instrument, lost.getMessage()), lost);
    }
  }

  @Override
  public void acknowledge(String person, String reason) {
    try {
      caller.ask("POST", "/v1/reset", Wire.write(new Reset(person, reason)), Rest.class);
    } catch (Lost lost) {
      throw new IllegalStateException(
          "%s was not reset over there: %s".formatted(instrument, lost.getMessage()), lost);
    }
  }

  /** What was seen last is nothing to go by. */
  private InstrumentState away() {
    InstrumentState last = seen;
    return new InstrumentState(
        last.position(),
        last.elapsed(),
        last.loops(),
        Quality.BAD,
        lostInFlight ? DeviceState.UNKNOWN : DeviceState.OFFLINE,
        last.probe(),
        last.beam(),
        List.of());
  }

  /** The gate beside the instrument knows better; this one sees gross departures alone. */
  @Override
  public Length positionTolerance() {
    return new Length(1e-6);
  }

  /**
   * The gate asks when it judges and once more when it debits: the second answer is the first one,
   * also where the link broke meanwhile. Not a number, which no budget covers, where nobody
   * answers.
   */
  @Override
  public Cost estimate(Command command) {
    Estimate last = estimate;
    if (last.command().equals(Optional.of(command)) && last.isFresh()) {
      return last.cost();
    }
    try {
      Cost cost = caller.ask("POST", "/v1/estimate", Wire.write(command), Cost.class);
      estimate = new Estimate(Optional.of(command), cost, System.nanoTime());
      return cost;
    } catch (Lost lost) {
      return new Cost(new TimeSpan(Double.NaN), new Length(Double.NaN), 0);
    }
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    try {
      String question = Wire.write(new Question(command, from));
      return caller
          .ask("POST", "/v1/cannot", question, Hindrance.class)
          .reason()
          .map(Caller::shown);
    } catch (Lost lost) {
      return Optional.of("%s cannot be asked: %s".formatted(instrument, lost.getMessage()));
    }
  }

  @Override
  public Outcome execute(Permit permit) {
    estimate = new Estimate(Optional.empty(), Cost.NONE, 0);
    long stops = caller.stops(); // before redeeming: a stop that comes meanwhile overtakes it
    try {
      Command command = permit.redeem();
      permit.lastLook(new CommandText().write(command));
      Caller.Request request =
          new Caller.Request("PUT", path(permit.key()), Wire.write(command), stops);
      return outcome(caller.ask(request, Verdict.class, commandWithin));
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    } catch (Lost lost) {
      return found(permit.key(), lost);
    }
  }

  private static Outcome outcome(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused ->
          new Outcome.Failed(Caller.shown(refused.problems().toString()));
      case Verdict.Acted acted ->
          switch (acted.outcome()) {
            case Outcome.Completed done -> done;
            case Outcome.Failed failed -> new Outcome.Failed(Caller.shown(failed.reason()));
            case Outcome.Unknown unknown -> new Outcome.Unknown(Caller.shown(unknown.evidence()));
          };
    };
  }

  private static String path(CommandKey key) {
    return "/v1/commands/%s/%s".formatted(key.run(), key.call());
  }

  /** Asks what became of a command whose answer was lost; never sends it again. */
  private Outcome found(CommandKey key, Lost lost) {
    Outcome outcome =
        switch (recall(key)) {
          case Recollection.Done done -> new Outcome.Completed(done.reading(), done.duration());
          case Recollection.NeverArrived never -> new Outcome.Failed(lost.getMessage());
          case Recollection.CannotTell unknown ->
              new Outcome.Unknown(lost.getMessage() + "; " + unknown.reason());
        };
    lostInFlight |= outcome instanceof Outcome.Unknown;
    return outcome;
  }

  /** The question voids a command that has not come yet, so that the answer stays true. */
  @Override
  public Recollection recall(CommandKey key) {
    String reason = "";
    long deadline = System.nanoTime() + Math.round(commandWithin.seconds() * 1e9);
    for (int i = 0; i < ATTEMPTS && System.nanoTime() - deadline < 0; i++) {
      try {
        return caller.ask("POST", path(key) + "/recall", "", Recollection.class);
      } catch (Lost lost) {
        reason = lost.getMessage();
        i -= lost.status() == 409 ? 1 : 0; // it runs; the server has waited a while
      }
    }
    return new Recollection.CannotTell(reason);
  }

  /** Where nobody answers, whoever stops must know: the gate tries again until somebody does. */
  @Override
  public void stop() {
    Lost last = null;
    caller.stopping();
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        caller.ask("POST", "/v1/stop", "", Rest.class);
        return;
      } catch (Lost lost) {
        last = lost;
      }
    }
    throw new ConnectionFailure("%s was not stopped".formatted(instrument), last);
  }

  /** Takes the promise back; where that is not heard the far side stops, which is safe. */
  private void leave() {
    if (watches) {
      try {
        caller.ask("POST", "/v1/leave", "", Rest.class);
      } catch (Lost lost) {
        watches = false;
      }
    }
  }

  @Override
  public void close() {
    leave();
    caller.close();
  }
}
