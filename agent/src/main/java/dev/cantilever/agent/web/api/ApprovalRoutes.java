package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Form;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.run.LeaseState;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.LeaseId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was asked for at the desk, and a person's yes or no to it. */
final class ApprovalRoutes {

  private static final View<Approvals> APPROVALS = View.of(Approvals.class);
  private static final View<Ticket> TICKET = View.of(Ticket.class);
  private static final Form<Answer> ANSWER = Form.of(Answer.class);

  private final Home home;
  private final Tickets tickets;

  ApprovalRoutes(Installation installation) {
    this.home = installation.home();
    this.tickets = new Tickets(home);
  }

  /**
   * One approval.
   *
   * @param expires until when a yes holds
   * @param asked whom the rules ask, and which of them
   * @param persons who has said yes, where that holds
   * @param steps the plan as lines for people
   */
  public record Ticket(
      TicketId ticket,
      TicketState.Status status,
      Optional<String> expires,
      Actor planner,
      String goal,
      String planHash,
      String root,
      List<Terms.Standing> instruments,
      Optional<Terms.Asked> asked,
      List<String> persons,
      List<String> steps) {

    public Ticket {
      persons = List.copyOf(persons);
      instruments = List.copyOf(instruments);
      steps = List.copyOf(steps);
    }
  }

  /**
   * A lease that holds.
   *
   * @param words what it allows and until when
   */
  public record Leave(LeaseId lease, String by, String ends, String words) {

    static Leave of(LeaseState state) {
      String instruments =
          String.join(
              ", ", state.bounds().instruments().stream().map(InstrumentId::value).toList());
      return new Leave(
          state.lease(),
          state.by().id(),
          state.ends().toString(),
          "%s up to %s, %s left"
              .formatted(
                  instruments,
                  state.bounds().most().name().toLowerCase(Locale.ROOT),
                  state.left().time()));
    }
  }

  /**
   * How much happens without a person, and all that was asked for.
   *
   * @param words what the level of autonomy means
   * @param leases those that hold
   * @param tickets in the order in which they were asked for
   */
  public record Approvals(
      Autonomy autonomy, String words, List<Leave> leases, List<Ticket> tickets) {

    public Approvals {
      leases = List.copyOf(leases);
      tickets = List.copyOf(tickets);
    }
  }

  /** Yes or no. */
  public record Answer(
      @Doc("Whether it may run.") boolean approve,
      @Doc("Why not, for whoever asked.") @Text(maxLength = 500) @Default("\"\"") String reason) {}

  List<Route> routes() {
    return List.of(
        new Route(
            Route.Method.GET,
            "/api/approvals",
            Access.viewer(Scope.PLANS),
            Route.Lane.LOOKING,
            new Route.Facts(
                "How much happens without a person, and all that was asked for.",
                List.of(),
                Optional.empty(),
                APPROVALS.gives()),
            asked -> APPROVALS.show(all())),
        new Route(
            Route.Method.POST,
            "/api/approvals/{ticket}",
            Access.operator(Scope.PLANS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Says yes or no to what was asked for; a yes holds for ten minutes and one run.",
                List.of(),
                Optional.of(ANSWER.schema()),
                TICKET.gives()),
            asked -> ANSWER.read(asked, answer -> settled(asked, answer))));
  }

  private Approvals all() {
    Instant now = home.now();
    return new Approvals(
        home.autonomy(),
        home.autonomy().words(),
        home.find(Home.DESK).stream()
            .flatMap(desk -> desk.desk().leases().stream())
            .filter(lease -> lease.holds(now))
            .map(Leave::of)
            .toList(),
        tickets.all().stream().map(ticket -> shown(ticket, now)).toList());
  }

  private static Ticket shown(TicketState ticket, Instant now) {
    Terms terms = ticket.terms();
    return new Ticket(
        ticket.ticket(),
        ticket.status(now),
        ticket.expires().map(Instant::toString),
        terms.planner(),
        terms.plan().goal(),
        terms.planHash(),
        terms.root(),
        terms.instruments(),
        terms.asked(),
        ticket.persons(now),
        PlanText.indented(terms.plan()));
  }

  private Reply settled(Asked asked, Answer answer) {
    TicketId ticket = new TicketId(asked.part(PathPart.TICKET));
    Actor person = asked.caller().actor();
    Optional<Problem> problem =
        answer.approve()
            ? tickets.grant(ticket, person, Tickets.USUAL)
            : tickets.deny(ticket, person, answer.reason());
    return problem
        .map(one -> Reply.not(Trouble.of(409, "Not now", List.of(one))))
        .orElseGet(() -> TICKET.show(shown(tickets.find(ticket).orElseThrow(), home.now())));
  }
}
