package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.request.Requests;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;

/**
 * A person's yes or no by way of a host. The host is trusted to have asked a person, which nobody
 * here can see; so it counts only where whoever started this program said so, and never for what
 * cannot be undone.
 */
public final class HostApproval {

  private static final RecordType<Form> FORM = RecordType.forTool(Form.class);

  /** What is done at most on such a word. */
  private static final Effect MOST = Effect.MOVE;

  private final Home home;
  private final Requests requests;
  private final Tickets tickets;
  private final boolean isAllowed;

  /**
   * For one home.
   *
   * @param isAllowed whether hosts are asked at all
   */
  public HostApproval(Home home, Requests requests, boolean isAllowed) {
    this.home = home;
    this.requests = requests;
    this.tickets = new Tickets(home);
    this.isAllowed = isAllowed;
  }

  /** What a person fills in. */
  public record Form(
      @Doc("Whether this plan may run once, within ten minutes.") boolean approve,
      @Doc("Why not, for whoever asked.") @Text(maxLength = 500) @Default("\"\"") String reason) {}

  /** Asks for what waits for a yes; tells why nobody was asked, or why no answer counts. */
  Optional<Problem> seek(TicketId name, Caller caller) {
    return tickets
        .find(name)
        .filter(this::waits)
        .filter(ticket -> isAllowed && caller.canBeAsked())
        .flatMap(ticket -> seek(ticket, caller));
  }

  private boolean waits(TicketState ticket) {
    return switch (ticket.status(home.now())) {
      case PENDING, EXPIRED -> true;
      case APPROVED, DENIED, USED -> false;
    };
  }

  private Optional<Problem> seek(TicketState ticket, Caller caller) {
    Effect most = requests.most(ticket.terms().plan());
    if (most.compareTo(MOST) > 0) {
      return needsConsole(ticket, "what it does (effect %s) cannot be undone".formatted(most));
    }
    Optional<Caller.Said> said = caller.ask(message(ticket, caller), form());
    return said.isPresent()
        ? settled(ticket, caller, said.get())
        : needsConsole(ticket, "no answer came that counts");
  }

  private String message(TicketState ticket, Caller caller) {
    List<String> card = requests.card(ticket);
    return "%s: %s wants to run this plan once.\n%s"
        .formatted(ticket.ticket(), caller.name(), String.join("\n", card));
  }

  /** Flat, with nothing in it that forms of hosts do not know. */
  private static ObjectNode form() {
    return FORM.schema().retain("type", "properties", "required");
  }

  private Optional<Problem> settled(TicketState ticket, Caller caller, Caller.Said said) {
    Actor person = new Actor(Actor.Kind.PERSON, "person at " + caller.name(), Actor.Channel.MCP);
    if (!said.isFilledIn()) {
      return tickets.deny(ticket.ticket(), person, "declined at " + caller.name());
    }
    return switch (FORM.parse(said.fields())) {
      case Parsed.Invalid<Form> invalid ->
          needsConsole(ticket, "the form came back filled in wrongly");
      case Parsed.Valid<Form> valid ->
          valid.value().approve()
              ? tickets.grant(ticket.ticket(), person, Tickets.USUAL)
              : tickets.deny(ticket.ticket(), person, reason(valid.value(), caller));
    };
  }

  private static String reason(Form form, Caller caller) {
    return form.reason().isBlank() ? "declined at " + caller.name() : form.reason();
  }

  private static Optional<Problem> needsConsole(TicketState ticket, String why) {
    return Optional.of(
        Problem.of(
            ProblemCode.NEEDS_APPROVAL,
            "%s waits for a yes at the console, ./cantilever approve %s: %s"
                .formatted(ticket.ticket(), ticket.ticket(), why)));
  }
}
