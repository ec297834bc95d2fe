package dev.cantilever.tools.plan;

import dev.cantilever.numerics.linalg.NativeLapack;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.RunLock;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.run.Arithmetic;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunLog.Attributed;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs an approved plan in a run of its own, or goes on with one that a crash cut short. */
public final class PlanRunner {

  private final Home home;
  private final CallReader reader;
  private final String software;
  private final Consumer<RunState> listener;

  /**
   * A runner.
   *
   * @param software name and version of this program, for the journal
   * @param listener is told the state of the run after every entry
   */
  public PlanRunner(Home home, CallReader reader, String software, Consumer<RunState> listener) {
    this.home = home;
    this.reader = reader;
    this.software = software;
    this.listener = listener;
  }

  /**
   * Runs a plan that {@code person} has approved.
   *
   * @param begun is told the name of the run before anything acts
   */
  @SuppressWarnings("try") // the lock is held, not used
  public RunOutcome start(Plan plan, Actor planner, Actor person, Consumer<RunId> begun) {
    RunId run = home.newRun();
    try (RunLock lock = lock(run);
        RunLog log = home.open(run);
        InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      String hash = PlanCheck.hash(plan);
      RunEvent opened =
          new RunEvent.Opened(
              software, plan, hash, rack.envelopesInForce(), NativeLapack.library());
      log.append(
          List.of(
              new Attributed(planner, opened), new Attributed(person, new RunEvent.Approved(hash))),
          List.of());
      begun.accept(run);
      return finish(log, rack, planner);
    }
  }

  /**
   * Goes on with a run whose process died; what it had done is not done again.
   *
   * @throws CannotResume where there is nothing to go on with
   */
  @SuppressWarnings("try") // the lock is held, not used
  public RunOutcome resume(RunId run, Actor person) {
    RunState before =
        home.find(run)
            .filter(state -> state.opened().isPresent())
            .orElseThrow(
                () -> new CannotResume("there is no " + run + "; the verb runs lists all runs"));
    if (before.ended().isPresent() && home.isSealed(run)) {
      RunEvent.Ended ended = before.ended().get();
      return new RunOutcome(run, ended.status(), ended.reason());
    }
    requireSameArithmetic(before);
    try (RunLock lock = lock(run);
        RunLog log = home.open(run);
        InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      if (log.state().ended().isPresent()) {
        return sealed(log, log.state().ended().get());
      }
      log.append(person, List.of(new RunEvent.Resumed()), List.of());
      Dispatcher dispatcher = new Dispatcher(reader, log, rack, home);
      for (CallState call : log.state().calls()) {
        if (call.isOpen() && !dispatcher.isResumable(call)) {
          dispatcher.reconcile(Actor.RUNTIME, call.call());
        }
      }
      Spent.of(log.state()).forEach((id, cost) -> rack.gate(id).debit(cost));
      return finish(log, rack, Actor.RUNTIME);
    }
  }

  /** Half of a run in other bits could not be replayed by anybody. */
  private static void requireSameArithmetic(RunState before) {
    Arithmetic.mismatch(before)
        .ifPresent(
            words -> {
              throw new CannotResume(words);
            });
  }

  private RunLock lock(RunId run) {
    return RunLock.take(home.folder(run))
        .orElseThrow(() -> new CannotResume(run + " is running in another process"));
  }

  private RunOutcome finish(RunLog log, InstrumentRack rack, Actor actor) {
    log.listen(listener);
    try {
      return worked(log, rack, actor);
    } catch (JournalFailure unwritten) {
      rack.rest("the journal cannot be written: " + unwritten.getMessage());
      throw unwritten;
    }
  }

  private RunOutcome worked(RunLog log, InstrumentRack rack, Actor actor) {
    Dispatcher dispatcher = new Dispatcher(reader, log, rack, home);
    Plan plan = log.state().opened().orElseThrow().plan();
    Optional<String> failure = armed(plan, log, rack);
    if (failure.isEmpty()) {
      JournalledHands hands = new JournalledHands(reader, dispatcher, log, actor);
      new PlanWalk(hands).through(plan);
      failure = hands.failure();
    }
    RunEvent.Ended ended = ended(log.refresh(), failure);
    log.append(actor, List.of(ended), List.of());
    return sealed(log, ended);
  }

  /** Tries the stop of every instrument of the plan; why one cannot be armed, or empty. */
  private static Optional<String> armed(Plan plan, RunLog log, InstrumentRack rack) {
    for (InstrumentId instrument : Aim.of(plan)) {
      Optional<String> refusal = rack.arm(instrument);
      boolean atRest = refusal.isEmpty();
      log.append(Actor.RUNTIME, List.of(new RunEvent.StopProven(instrument, atRest)), List.of());
      if (!atRest) {
        return refusal.map(words -> instrument + ": " + words);
      }
    }
    return Optional.empty();
  }

  private static RunEvent.Ended ended(RunState state, Optional<String> failure) {
    if (failure.isPresent()) {
      return new RunEvent.Ended(RunStatus.FAILED, failure.get());
    }
    return state
        .stopRequested()
        .map(stop -> new RunEvent.Ended(RunStatus.STOPPED, stop.reason()))
        .orElseGet(() -> new RunEvent.Ended(RunStatus.COMPLETED, ""));
  }

  private static RunOutcome sealed(RunLog log, RunEvent.Ended ended) {
    log.seal();
    return new RunOutcome(log.id(), ended.status(), ended.reason());
  }
}
