package dev.cantilever.tools.approval;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.RunLock;
import dev.cantilever.tools.run.LeaseState;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ApprovalEvent;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The approvals of one installation, in the journal of its desk; one process at a time. */
public final class Tickets {

  /** How long a yes holds where nobody says another time. */
  public static final TimeSpan USUAL = new TimeSpan(600);

  private static final double LONGEST_SECONDS = 600;

  private final Home home;

  public Tickets(Home home) {
    this.home = home;
  }

  /** What came of trying to begin a run. */
  public sealed interface Use {

    /** It is used up by this run now. */
    record Begun(RunId run, TicketState ticket) implements Use {}

    /** Nothing may run. */
    record Refused(Problem problem) implements Use {}
  }

  /** All of them, in the order in which they were asked for. */
  public List<TicketState> all() {
    return home.find(Home.DESK).map(run -> run.desk().tickets()).orElse(List.of());
  }

  public Optional<TicketState> find(TicketId ticket) {
    return all().stream().filter(one -> one.ticket().equals(ticket)).findFirst();
  }

  /** Asks for a plan to be run. */
  public TicketId request(Actor actor, Terms terms) {
    return atDesk(log -> request(log, actor, terms));
  }

  private static TicketId request(RunLog log, Actor actor, Terms terms) {
    TicketId ticket = log.refresh().desk().nextTicket();
    log.append(actor, List.of(new ApprovalEvent.Requested(ticket, terms)), List.of());
    return ticket;
  }

  /** A person says yes; tells why that is not possible, or nothing. */
  public Optional<Problem> grant(TicketId ticket, Actor person, TimeSpan holdsFor) {
    if (!(holdsFor.seconds() > 0 && holdsFor.seconds() <= LONGEST_SECONDS)) {
      return Optional.of(
          Problem.of(
              ProblemCode.ARG_RANGE,
              "an approval holds for more than 0 s and at most %s; %s was asked for"
                  .formatted(new TimeSpan(LONGEST_SECONDS), holdsFor)));
    }
    return settle(ticket, person, new ApprovalEvent.Granted(ticket, holdsFor, Optional.empty()));
  }

  /**
   * Says yes where a lease covers what is wanted, and debits it; whether it did.
   *
   * @param most the gravest effect of the plan's calls
   */
  public boolean grantUnderLease(TicketId ticket, Effect most, Cost predicted) {
    return atDesk(
        log -> {
          Optional<TicketState> state = found(log, ticket);
          if (state.isEmpty()
              || asksSomebody(state.get())
              || log.state().desk().autonomy() != Autonomy.AUTONOMOUS) {
            return false;
          }
          List<InstrumentId> instruments =
              state.get().terms().instruments().stream().map(Terms.Standing::instrument).toList();
          Leases.Wish wish = new Leases.Wish(instruments, most, predicted);
          Optional<LeaseState> lease =
              Leases.covering(wish, log.state().desk().leases(), home.now());
          lease.ifPresent(
              one ->
                  log.append(
                      one.by(),
                      List.of(
                          new ApprovalEvent.Granted(
                              ticket,
                              USUAL,
                              Optional.of(new ApprovalEvent.Leased(one.lease(), wish.use())))),
                      List.of()));
          return lease.isPresent();
        });
  }

  private static boolean asksSomebody(TicketState ticket) {
    return ticket.terms().asked().filter(one -> one.level().persons() > 0).isPresent();
  }

  /** A person says no; tells why that is not possible, or nothing. */
  public Optional<Problem> deny(TicketId ticket, Actor person, String reason) {
    return settle(ticket, person, new ApprovalEvent.Denied(ticket, reason));
  }

  private Optional<Problem> settle(TicketId ticket, Actor person, ApprovalEvent event) {
    if (person.kind() != Actor.Kind.PERSON && person.kind() != Actor.Kind.RUNTIME) {
      return Optional.of(
          Problem.of(ProblemCode.NEEDS_APPROVAL, "only a person says yes or no to " + ticket));
    }
    return atDesk(
        log -> {
          Optional<Problem> problem =
              found(log, ticket)
                  .map(state -> undecided(state).or(() -> same(state, person, event)))
                  .orElseGet(() -> Optional.of(unknown(ticket)));
          if (problem.isEmpty()) {
            log.append(person, List.of(event), List.of());
          }
          return problem;
        });
  }

  /** Where two are asked, one person says yes once, and nobody else than persons counts. */
  private Optional<Problem> same(TicketState state, Actor person, ApprovalEvent event) {
    if (state.terms().persons() < 2 || !(event instanceof ApprovalEvent.Granted)) {
      return Optional.empty();
    }
    if (person.kind() != Actor.Kind.PERSON) {
      return Optional.of(
          Problem.of(ProblemCode.NEEDS_APPROVAL, "only persons say yes to " + state.ticket()));
    }
    return state.persons(home.now()).contains(person.id())
        ? Optional.of(
            Problem.of(
                ProblemCode.NEEDS_APPROVAL,
                "%s has said yes to %s already; %s, so somebody else must, too"
                    .formatted(person.id(), state.ticket(), rule(state))))
        : Optional.empty();
  }

  private static String rule(TicketState state) {
    return state
        .terms()
        .asked()
        .map(one -> "rule %s %s".formatted(one.rule(), one.level().words()))
        .orElse("a person is asked");
  }

  private static Optional<TicketState> found(RunLog log, TicketId ticket) {
    return log.refresh().desk().tickets().stream()
        .filter(one -> one.ticket().equals(ticket))
        .findFirst();
  }

  private Optional<Problem> undecided(TicketState state) {
    return switch (state.status(home.now())) {
      case PENDING, APPROVED, EXPIRED -> Optional.empty();
      case DENIED, USED -> Optional.of(over(state));
    };
  }

  /**
   * Uses an approval up.
   *
   * @param terms as they are now; where they differ from what was approved, nothing runs
   * @param run makes the run that begins with it
   */
  public Use use(TicketId ticket, Terms terms, Supplier<RunId> run) {
    return atDesk(
        log -> {
          Optional<TicketState> state = found(log, ticket);
          Optional<Problem> problem =
              state.map(one -> objection(one, terms)).orElse(Optional.of(unknown(ticket)));
          if (problem.isPresent()) {
            return new Use.Refused(problem.get());
          }
          RunId begun = run.get();
          log.append(Actor.RUNTIME, List.of(new ApprovalEvent.Used(ticket, begun)), List.of());
          return new Use.Begun(begun, state.orElseThrow());
        });
  }

  private Optional<Problem> objection(TicketState state, Terms terms) {
    return switch (state.status(home.now())) {
      case APPROVED -> Changed.since(state, terms);
      case PENDING, EXPIRED, DENIED, USED -> Optional.of(over(state));
    };
  }

  private Problem over(TicketState state) {
    TicketId ticket = state.ticket();
    return switch (state.status(home.now())) {
      case PENDING ->
          Problem.of(
              ProblemCode.NEEDS_APPROVAL,
              "%s said yes to %s, and %s; ./cantilever approve %s does"
                  .formatted(said(state), ticket, rule(state), ticket));
      case EXPIRED ->
          Problem.of(
              ProblemCode.EXPIRED,
              "the yes to %s held until %s; approve it again"
                  .formatted(ticket, state.expires().orElseThrow()));
      case DENIED ->
          Problem.of(
              ProblemCode.DENIED,
              "a person said no to %s: %s"
                  .formatted(
                      ticket,
                      ((ApprovalEvent.Denied) state.last().orElseThrow().event()).reason()));
      case USED ->
          Problem.of(
              ProblemCode.TICKET_USED,
              "%s was used by %s; ask again for another run"
                  .formatted(
                      ticket, ((ApprovalEvent.Used) state.last().orElseThrow().event()).run()));
      case APPROVED ->
          throw new IllegalStateException(ticket + " is approved, which is no reason against it");
    };
  }

  private String said(TicketState state) {
    List<String> persons = state.persons(home.now());
    return persons.isEmpty() ? "nobody has" : "only " + String.join(", ", persons) + " has";
  }

  private static Problem unknown(TicketId ticket) {
    return Problem.of(
        ProblemCode.NOT_FOUND,
        "there is no %s; ./cantilever approvals lists all".formatted(ticket));
  }

  @SuppressWarnings("try") // the lock is held, not used
  private <T> T atDesk(Function<RunLog, T> work) {
    try (RunLog log = home.openDesk();
        RunLock lock = RunLock.await(home.desk())) {
      return work.apply(log);
    }
  }
}
