package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.dose.DoseRecord;
import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.envelope.EnvelopeCheck;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.EnvelopeStatus.Loaded;
import dev.cantilever.kernel.envelope.EnvelopeStatus.Missing;
import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.interlock.GuardAction;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.interlock.GuardState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.kernel.port.TripRecord;
import dev.cantilever.kernel.second.SecondCheck;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The only way to an instrument: judges, issues the permit, lets the driver act, keeps the account.
 */
public final class Gate implements AutoCloseable {

  private static final long PERMIT_NANOS = 2_000_000_000L;

  private final Driver driver;
  private final EnvelopeStatus envelope;
  private final LongSupplier monotonicNanos;
  private final Latch latch = new Latch();
  private final SecondCheck second;
  private final TripRecord record;
  private final Account account;
  private final Sentry sentry;
  private final Witness witness;
  private volatile boolean restless;
  private volatile Consumer<Command> listener = command -> {};

  /**
   * A closed door in front of a driver, which forgets with the process that it tripped.
   *
   * @param monotonicNanos a clock that never runs backwards, for the life of permits
   */
  public Gate(Driver driver, EnvelopeStatus envelope, LongSupplier monotonicNanos) {
    this(driver, envelope, monotonicNanos, TripRecord.inMemory());
  }

  /**
   * The same with a record of trips that outlives the process; it begins tripped if that says so.
   */
  public Gate(
      Driver driver, EnvelopeStatus envelope, LongSupplier monotonicNanos, TripRecord record) {
    this(driver, envelope, monotonicNanos, record, DoseRecord.inMemory());
  }

  /** The same with a record of what the sample was exposed to. */
  public Gate(
      Driver driver,
      EnvelopeStatus envelope,
      LongSupplier monotonicNanos,
      TripRecord record,
      DoseRecord doses) {
    this.driver = driver;
    this.envelope = envelope;
    this.monotonicNanos = monotonicNanos;
    this.second = envelope instanceof Loaded loaded ? loaded.second() : SecondCheck.none();
    this.record = record;
    this.account = new Account(envelope, doses);
    this.sentry = new Sentry(monotonicNanos, this::act);
    this.witness = new Witness(driver, sentry, this::rest);
    record.standing().ifPresent(latch::trip);
  }

  private void act(GuardAction action) {
    switch (action) {
      case GuardAction.Say say -> {
        // whoever asks for the state sees it
      }
      case GuardAction.Stop stop -> rest();
      case GuardAction.Latch trip -> trip(trip.words());
      case GuardAction.Refuse refuse -> {
        // the caller is told
      }
    }
  }

  /** Voids every permit and brings the instrument to rest; where that fails, until it is. */
  private void rest() {
    latch.revoke();
    try {
      driver.stop();
      restless = false;
    } catch (RuntimeException broken) {
      restless = true; // the watchdog tries again
    }
  }

  private void trip(String reason) {
    latch.trip(reason);
    record.tripped(reason);
  }

  /** Tells {@code listener} every command that is judged from now on; it has no say in it. */
  public void listen(Consumer<Command> listener) {
    this.listener = listener;
  }

  /** Whether the command would be let through now, and if not every reason. Changes nothing. */
  public Decision check(Command command) {
    listener.accept(command);
    if (command.verb().makesSafe()) {
      return SafeCheck.judge(command);
    }
    return switch (envelope) {
      case Missing missing -> withoutEnvelope(missing);
      case Loaded loaded -> {
        sentry.tell(new GuardInput.RunnerBeat()); // whoever asks lives
        yield checkAgainst(loaded, state(), command, driver.estimate(command));
      }
    };
  }

  /** As {@link #check}, as if the probe stood at {@code from}: for rehearsing a plan. */
  public Decision checkFrom(SurfacePoint from, Command command) {
    listener.accept(command);
    InstrumentState now = state();
    return switch (envelope) {
      case Missing missing -> withoutEnvelope(missing);
      case Loaded loaded -> checkAgainst(loaded, now.at(from), command, driver.estimate(command));
    };
  }

  /** Judges once more and, where permitted, lets the driver do it. */
  public Verdict execute(CommandKey key, Command command) {
    if (command.verb().makesSafe()) {
      return switch (SafeCheck.judge(command)) {
        case Decision.Refused refused -> new Verdict.Refused(refused.problems());
        case Decision.Permitted permitted ->
            new Verdict.Acted(
                witness.carriedOut(new Permit(key, command, () -> true, SecondCheck.none())));
      };
    }
    if (!(envelope instanceof Loaded loaded)) {
      return new Verdict.Refused(((Decision.Refused) check(command)).problems());
    }
    sentry.tell(new GuardInput.RunnerBeat());
    long epoch = latch.epoch(); // before judging: a stop that comes during it voids the permit
    Optional<Whereabouts> known = witness.expected();
    InstrumentState now = state();
    witness.examine(now, known);
    Cost estimate = driver.estimate(command); // the one that is judged is the one that is debited
    return switch (checkAgainst(loaded, now, command, estimate)) {
      case Decision.Refused refused -> new Verdict.Refused(refused.problems());
      case Decision.Permitted permitted ->
          new Verdict.Acted(act(key, command, now, estimate, epoch));
    };
  }

  /** What the instrument's own record says of a lost outcome; an answer ends the hold for it. */
  public Recollection recall(CommandKey key) {
    return witness.recall(key);
  }

  /** Debits what an earlier process of the same run has used up. */
  public void debit(Cost cost) {
    account.add(cost);
  }

  /** What this run has used up so far. */
  public Cost spent() {
    return account.spent();
  }

  public InstrumentDescription describe() {
    return driver.describe();
  }

  /** What the instrument says of itself; offline where three readings failed. */
  public InstrumentState state() {
    return witness.read(driver::state);
  }

  /**
   * As the driver tells a watchdog, for whoever only looks; from any thread, and no guard hears.
   */
  public InstrumentState seen() {
    try {
      return driver.watch();
    } catch (RuntimeException broken) {
      return InstrumentState.offline();
    }
  }

  /** What a command would use up if it ran now. */
  public Cost estimate(Command command) {
    return driver.estimate(command);
  }

  public EnvelopeStatus envelope() {
    return envelope;
  }

  /** For reports and tests alone. */
  public Optional<GroundTruth> truth() {
    return driver.truth();
  }

  /** Latches, voids every permit and brings the instrument to rest; needs no authority. */
  public void stop(String reason) {
    latch.trip(reason);
    rest();
    record.tripped(Objects.requireNonNullElse(reason, "no reason given"));
  }

  /** Why it is latched; empty where it is not. */
  public Optional<String> stopped() {
    return latch.reason().or(record::standing);
  }

  /**
   * Opens the latch again; does not resume anything.
   *
   * @throws IllegalArgumentException without a person's name and a reason
   * @throws IllegalStateException while a cause is still there
   */
  public void reset(String person, String reason) {
    if (!person.isBlank() && !reason.isBlank()) {
      driver.acknowledge(person, reason);
      witness.forget();
      look(); // what the driver has let go of is not held against the person who looked
    }
    List<GuardAction> answer = sentry.tell(new GuardInput.Acknowledged(person, reason));
    for (GuardAction action : answer) {
      if (action instanceof GuardAction.Refuse refuse && !person.isBlank() && !reason.isBlank()) {
        throw new IllegalStateException(refuse.words());
      }
    }
    synchronized (record) {
      latch.reset(person, reason);
      record.reset(person, reason);
    }
  }

  /** Tells what watches over the instrument something: a heartbeat, a condition, a tick. */
  public List<GuardAction> tell(GuardInput input) {
    return sentry.tell(input);
  }

  /** What watches over the instrument knows. */
  public GuardState guard() {
    return sentry.state();
  }

  /**
   * Tries the trip path on the real wiring, before anything is armed: the instrument is stopped and
   * must say that it is at rest.
   */
  public boolean proves() {
    rest();
    return !restless && state().isAtRest();
  }

  /** Reads every interlock anew; called by the watchdog, from its own thread. */
  void look() {
    if (envelope instanceof Loaded loaded) {
      witness.look(loaded.envelope().interlocks());
    }
  }

  /**
   * What runs wait for now; empty where nothing holds them, or something that does not pass by
   * itself: never past a stop.
   */
  public Optional<String> suspension() {
    if (!(envelope instanceof Loaded loaded) || stopped().isPresent()) {
      return Optional.empty();
    }
    List<Interlock> suspending =
        loaded.envelope().interlocks().stream().filter(one -> one.suspends().isPresent()).toList();
    if (!suspending.isEmpty()) {
      InstrumentState now = state();
      suspending.forEach(one -> sentry.tell(one, now));
    }
    return sentry.state().suspension();
  }

  /**
   * Looks whether somebody elsewhere has written down that nothing moves any more, and brings the
   * instrument to rest where so, also in the middle of a command; called by the watchdog, from a
   * third thread, which a slow disk may keep waiting.
   */
  void heed() {
    synchronized (record) {
      if (latch.reason().isEmpty()) {
        record
            .standing()
            .ifPresent(
                words -> {
                  latch.trip(words);
                  rest();
                });
      }
    }
  }

  /** Lets time pass; called by the watchdog, from another thread. */
  void tick() {
    if (restless) {
      rest();
    }
    sentry.tell(new GuardInput.Tick());
  }

  @Override
  public void close() {
    driver.close();
  }

  private static Decision withoutEnvelope(Missing missing) {
    return refused(
        ProblemCode.LIMIT, "no command can run without an envelope: " + missing.reason());
  }

  private Decision checkAgainst(
      Loaded loaded, InstrumentState state, Command command, Cost estimate) {
    Optional<String> tripped = stopped();
    if (tripped.isPresent()) {
      return refused(ProblemCode.STOPPED, "stopped (" + tripped.get() + "); a person must reset");
    }
    if (sentry.holds()) {
      return refused(
          ProblemCode.INTERLOCK,
          "nothing begins now: "
              + String.join(
                  "; ", sentry.state().causes().stream().map(cause -> cause.words()).toList()));
    }
    Decision decision =
        EnvelopeCheck.judge(loaded.envelope(), state, account.spent(), estimate, command);
    return switch (decision) {
      case Decision.Refused refused -> refused;
      case Decision.Permitted permitted ->
          account
              .objection(command, state, estimate)
              .map(words -> refused(ProblemCode.BUDGET, words))
              .or(
                  () ->
                      driver
                          .cannot(command, state.position())
                          .map(words -> refused(ProblemCode.DEVICE, words)))
              .orElse(permitted);
    };
  }

  /** Debits before acting; the debit stays unless the driver proves that nothing happened. */
  private Outcome act(
      CommandKey key, Command command, InstrumentState now, Cost estimate, long epoch) {
    Runnable giveBack = account.debit(command, now, estimate);
    long deadline = monotonicNanos.getAsLong() + PERMIT_NANOS;
    Permit permit =
        new Permit(
            key,
            command,
            () -> latch.epoch() == epoch && deadline - monotonicNanos.getAsLong() >= 0,
            second);
    Outcome outcome = witness.attend(command, now.position(), permit);
    if (outcome instanceof Outcome.Failed) {
      giveBack.run();
    }
    return outcome;
  }

  private static Decision refused(ProblemCode code, String message) {
    return new Decision.Refused(List.of(Problem.of(code, message)));
  }
}
