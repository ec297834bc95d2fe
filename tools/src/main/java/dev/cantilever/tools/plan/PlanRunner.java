package dev.cantilever.tools.plan;

import dev.cantilever.numerics.linalg.NativeLapack;
import dev.cantilever.tools.approval.Tickets;
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
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs an approved plan in a run of its own, or goes on with one that a crash cut short. */
public final class PlanRunner {

  private static final Terms NOTHING =
      new Terms(new Plan("", List.of()), "", "", List.of(), Actor.RUNTIME);

  private static final Problem OBSERVES =
      Problem.of(
          ProblemCode.TOOL_DISABLED,
          "this installation only observes, so nothing that acts on an instrument runs;"
              + " a person changes that with ./cantilever autonomy");

  private final Home home;
  private final Tickets tickets;
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
    this.tickets = new Tickets(home);
    this.reader = reader;
    this.software = software;
    this.listener = listener;
  }

  /**
   * Runs a checked plan to which {@code person} says yes at this moment.
   *
   * @param begun is told the name of the run before anything acts
   */
  public RunOutcome start(Plan plan, Actor planner, Actor person, Consumer<RunId> begun) {
    TicketId ticket = halfApproved(plan).orElseGet(() -> request(plan, planner));
    tickets.grant(ticket, person, Tickets.USUAL).ifPresent(PlanRunner::refuse);
    return start(ticket, begun);
  }

  /** An approval of this plan, as things are, to which somebody has said yes and not all have. */
  private Optional<TicketId> halfApproved(Plan plan) {
    String hash = PlanCheck.hash(plan);
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      return tickets.all().reversed().stream()
          .filter(one -> one.terms().persons() > 1 && one.terms().planHash().equals(hash))
          .filter(one -> !one.persons(home.now()).isEmpty())
          .filter(one -> one.isOpen(home.now()))
          .filter(one -> terms(one.terms(), rack).equals(one.terms()))
          .map(TicketState::ticket)
          .findFirst();
    }
  }

  private Terms terms(Terms asked, InstrumentRack rack) {
    return PlanTerms.of(asked.plan(), asked.planner(), rack, rules(rack));
  }

  /**
   * Asks for the approval of a checked plan.
   *
   * @throws NotApproved where this installation only observes and the plan acts
   */
  public TicketId request(Plan plan, Actor planner) {
    refuseWhereItObserves(plan);
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      Terms terms = PlanTerms.of(plan, planner, rack, rules(rack));
      terms.asked().filter(one -> one.level() == Asking.DENY).ifPresent(PlanRunner::refuse);
      return tickets.request(planner, terms);
    }
  }

  /**
   * Runs the plan that a person has approved under this ticket.
   *
   * @param begun is told the name of the run before anything acts
   * @throws NotApproved where nobody has, or not for what there is now
   */
  public RunOutcome start(TicketId name, Consumer<RunId> begun) {
    Terms asked = tickets.find(name).map(TicketState::terms).orElse(NOTHING);
    try (InstrumentRack rack = InstrumentRack.open(home.instruments());
        InstrumentLocks locks = InstrumentLocks.of(asked.instruments(), home)) {
      locks.busy().ifPresent(PlanRunner::refuse);
      Autonomy autonomy = home.autonomy();
      refuseWhereItObserves(asked.plan());
      Terms now = terms(asked, rack);
      return switch (tickets.use(name, now, home::newRun)) {
        case Tickets.Use.Refused refused -> throw new NotApproved(refused.problem());
        case Tickets.Use.Begun used -> begin(used, autonomy, rack, begun);
      };
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private RunOutcome begin(
      Tickets.Use.Begun used, Autonomy autonomy, InstrumentRack rack, Consumer<RunId> begun) {
    RunId run = used.run();
    Terms terms = used.ticket().terms();
    try (RunLock lock = lock(run);
        RunLog log = home.open(run)) {
      RunEvent opened =
          new RunEvent.Opened(
              software,
              terms.plan(),
              terms.planHash(),
              rack.envelopesInForce(),
              NativeLapack.library(),
              Optional.of(autonomy));
      RunEvent approved =
          new RunEvent.Approved(
              terms.planHash(),
              Optional.of(terms.root()),
              Optional.of(used.ticket().ticket()),
              terms.asked().map(one -> assent(one, used.ticket())));
      log.append(
          List.of(
              new Attributed(terms.planner(), opened),
              new Attributed(used.ticket().last().orElseThrow().by(), approved)),
          List.of());
      begun.accept(run);
      return finish(log, rack, terms.planner());
    }
  }

  private RunEvent.Assent assent(Terms.Asked asked, TicketState ticket) {
    return new RunEvent.Assent(
        asked.rules(), ticket.terms().planner().kind(), ticket.persons(home.now()));
  }

  private void refuseWhereItObserves(Plan plan) {
    boolean acts = PossibleCalls.of(plan, reader.catalogue()).most().actsOnInstrument();
    if (acts && home.autonomy() == Autonomy.OBSERVE) {
      throw new NotApproved(OBSERVES);
    }
  }

  private PlanRules rules(InstrumentRack rack) {
    return new PlanRules(reader, home.rules(), rack, home.autonomy());
  }

  private static void refuse(Terms.Asked denied) {
    refuse(
        Problem.of(
            ProblemCode.TOOL_DISABLED,
            "step %s is denied by rule %s; nobody's yes changes that"
                .formatted(denied.step(), denied.rule())));
  }

  private static void refuse(Problem problem) {
    throw new NotApproved(problem);
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
    Optional<String> failure = armed(plan, log, rack, dispatcher);
    if (failure.isEmpty()) {
      JournalledHands hands =
          new JournalledHands(PossibleCalls.of(plan, reader.catalogue()), dispatcher, log, actor);
      new PlanWalk(hands).through(plan);
      failure = hands.failure();
    }
    RunEvent.Ended ended = new Ending(log, rack).of(plan, failure);
    log.append(actor, List.of(ended), List.of());
    return sealed(log, ended);
  }

  /** Tries the stop of every instrument of the plan; why one cannot be armed, or empty. */
  private static Optional<String> armed(
      Plan plan, RunLog log, InstrumentRack rack, Dispatcher dispatcher) {
    for (InstrumentId instrument : Instruments.of(plan)) {
      dispatcher.released(instrument);
      Optional<String> refusal = rack.arm(instrument);
      boolean atRest = refusal.isEmpty();
      log.append(Actor.RUNTIME, List.of(new RunEvent.StopProven(instrument, atRest)), List.of());
      if (!atRest) {
        return refusal.map(words -> instrument + ": " + words);
      }
    }
    return Optional.empty();
  }

  private static RunOutcome sealed(RunLog log, RunEvent.Ended ended) {
    log.seal();
    return new RunOutcome(log.id(), ended.status(), ended.reason());
  }
}
